import { beginUploadRoute } from './begin-upload.ts'
import { changeScheduleRoute } from './change-schedule.ts'
import { completeUploadRoute } from './complete-upload.ts'
import { configRoute } from './config.ts'
import { contactReferencesRoute } from './contact-references.ts'
import { contactRoute } from './contact.ts'
import { createTaskRoute } from './create-task.ts'
import { destinationsRoute } from './destinations.ts'
import { discardUploadRoute } from './discard-upload.ts'
import { healthRoute, readyRoute } from './health.ts'
import { meRoute } from './me.ts'
import { messageOptionsRoute } from './messages/message-options.ts'
import { sendMessageRoute } from './messages/send-message.ts'
import { openApiRoute } from './openapi.ts'
import { policySchemaRoute } from './policy-schema.ts'
import { readyUploadsRoute } from './ready-uploads.ts'
import type { Route } from './route.ts'
import { stopTaskRoute } from './stop-task.ts'
import { taskRoute } from './task.ts'
import { templateRoute } from './template.ts'
import { tasksOfContactRoute } from './tasks-of-contact.ts'
import { uploadLimitsRoute } from './upload-limits.ts'

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
