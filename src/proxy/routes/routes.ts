import { beginUploadRoute } from './uploads/begin-upload.ts'
import { changeScheduleRoute } from './tasks/change-schedule.ts'
import { completeUploadRoute } from './uploads/complete-upload.ts'
import { configRoute } from './deployment/config.ts'
import { contactReferencesRoute } from './contact/contact-references.ts'
import { contactRoute } from './contact/contact.ts'
import { createTaskRoute } from './tasks/create-task.ts'
import { destinationsRoute } from './agent/destinations.ts'
import { discardUploadRoute } from './uploads/discard-upload.ts'
import { healthRoute, readyRoute } from './deployment/health.ts'
import { meRoute } from './agent/me.ts'
import { messageOptionsRoute } from './messages/message-options.ts'
import { sendMessageRoute } from './messages/send-message.ts'
import { openApiRoute } from './deployment/openapi.ts'
import { policySchemaRoute } from './deployment/policy-schema.ts'
import { readyUploadsRoute } from './uploads/ready-uploads.ts'
import type { Route } from './route.ts'
import { stopTaskRoute } from './tasks/stop-task.ts'
import { taskRoute } from './tasks/task.ts'
import { templateRoute } from './agent/template.ts'
import { tasksOfContactRoute } from './tasks/tasks-of-contact.ts'
import { uploadLimitsRoute } from './uploads/upload-limits.ts'

/** Every path of the app. The OpenAPI document comes from this table; a host may add the panel’s files. */
export const routes: readonly Route[] = [
  createTaskRoute,
  tasksOfContactRoute,
  taskRoute,
  stopTaskRoute,
  changeScheduleRoute,
  sendMessageRoute,
  messageOptionsRoute,
  beginUploadRoute,
  completeUploadRoute,
  readyUploadsRoute,
  discardUploadRoute,
  meRoute,
  destinationsRoute,
  templateRoute,
  contactRoute,
  contactReferencesRoute,
  uploadLimitsRoute,
  configRoute,
  openApiRoute,
  policySchemaRoute,
  healthRoute,
  readyRoute,
]
