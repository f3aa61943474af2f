// No run-time imports: the first load of the panel has this file.

/** The answer is `meSchema` in `me.ts`. */
export const mePath = '/api/v1/me'

/** `GET /api/v1/destinations`: the destinations that the agent may choose from. */
export const destinationsPath = '/api/v1/destinations'

/** `GET /api/v1/templates/:templateId`: a task template with its fields. */
export const templatePath = (templateId: string) => `/api/v1/templates/${encodeURIComponent(templateId)}`

/** `GET /api/v1/contacts/:contactId`: a contact of the agent, with the attributes that a linked task inherits. */
export const contactPath = (contactId: string) => `/api/v1/contacts/${encodeURIComponent(contactId)}`

/** `GET /api/v1/contacts/:contactId/references`: the references of a contact of the agent. */
export const contactReferencesPath = (contactId: string) => `${contactPath(contactId)}/references`

/** `GET /api/v1/config`: the settings that a page needs before the agent signs in. They contain no secret. */
export const configPath = '/api/v1/config'
