import * as z from 'zod/mini'
import { askConnect, changeConnect } from './ask-connect.ts'

const templatesSchema = z.object({
  templates: z.array(
    z.object({ templateId: z.string(), name: z.string(), status: z.enum(['ACTIVE', 'INACTIVE']) }),
  ),
})

type TemplateChange = 'activate' | 'deactivate' | 'republish'

/** The task templates that Connect has, and an administrator who changes them. */
export interface ConnectTemplates {
  readonly read: () => Promise<z.infer<typeof templatesSchema>['templates']>
  readonly change: (templateId: string, change: TemplateChange) => Promise<void>
}

export function connectTemplatesAt(connectUrl: string): ConnectTemplates {
  const templatesUrl = `${connectUrl.replace(/\/$/, '')}/simulator/templates`
  return {
    read: async () => templatesSchema.parse(await askConnect(templatesUrl)).templates,
    change: (templateId, change) => changeConnect(`${templatesUrl}/${templateId}`, { change }),
  }
}
