import * as z from 'zod/mini'

/** The answer of `GET /api/v1/contacts/:contactId/references`. */
export const contactReferencesSchema = z.object({
  references: z.array(
    z.object({
      name: z.string(),
      /** As Connect names it; there may be types that do not exist yet. */
      type: z.string(),
      /** Absent where a task cannot have the reference. */
      value: z.exactOptional(z.string()),
    }),
  ),
})

export type ContactReferences = z.infer<typeof contactReferencesSchema>
