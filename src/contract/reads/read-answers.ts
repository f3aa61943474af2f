import * as z from 'zod/mini'
import { channels } from '../../core/contact/contact.ts'
import type { TaskTemplate } from '../../core/templates/template.ts'

// The schemas of the answers that the panel reads. They are not in `reads.ts`, because the panel loads them after the form.

const flag = z.exactOptional(z.literal(true))

/** The answer of `GET /api/v1/destinations`. */
export const destinationsSchema = z.object({
  flows: z.array(z.object({ flowId: z.string(), name: z.string() })),
  quickConnects: z.array(
    z.object({
      quickConnectId: z.string(),
      name: z.string(),
      kind: z.enum(['user', 'queue']),
      isSelf: flag,
    }),
  ),
  templates: z.exactOptional(
    z.array(
      z.object({
        templateId: z.string(),
        name: z.string(),
        description: z.exactOptional(z.string()),
      }),
    ),
  ),
  templatesRequired: flag,
  /** The parts that could not be read, for example because the IAM policy is older than the proxy. */
  unread: z.exactOptional(z.array(z.enum(['templates', 'self']))),
})

/** The answer of `GET /api/v1/templates/:templateId`. */
export const templateSchema: z.ZodMiniType<TaskTemplate> = z.object({
  templateId: z.string(),
  name: z.string(),
  description: z.exactOptional(z.string()),
  hasFlow: z.boolean(),
  canSelfAssign: z.boolean(),
  revision: z.string(),
  fields: z.array(
    z.object({
      name: z.string(),
      description: z.exactOptional(z.string()),
      /** As Connect names it; there may be types that do not exist yet. */
      type: z.string(),
      isRequired: flag,
      isReadOnly: flag,
      isInvisible: flag,
      default: z.exactOptional(z.string()),
      options: z.exactOptional(z.array(z.string())),
    }),
  ),
})

/** The answer of `GET /api/v1/contacts/:contactId`. */
export const linkedContactSchema = z.object({
  contactId: z.string(),
  channel: z.enum(channels),
  attributes: z.array(z.object({ key: z.string(), value: z.string() })),
  /** UTF-8 bytes of the attributes that the task would inherit but that policy hides from the agent. */
  hiddenBytes: z.optional(z.number()),
})

export type LinkedContact = z.infer<typeof linkedContactSchema>
