import {
  contactReferencesSchema,
  type ContactReferences,
} from '../../../contract/reads/contact-references.ts'
import { isReferenceHidden } from '../../../core/fields/references/references-rule.ts'
import { bearer, contactIdParameter, reading } from '../../http/openapi.ts'
import { noteFacts } from '../../logs/request-log.ts'
import type { Route } from '../route.ts'

export const contactReferencesRoute: Route = {
  method: 'get',
  path: '/api/v1/contacts/:contactId/references',
  openApi: {
    operation: {
      ...reading('The references of one of the agent’s own contacts.', 'ContactReferences'),
      ...bearer,
      parameters: [contactIdParameter('path')],
    },
    schemas: { ContactReferences: contactReferencesSchema },
  },
  async handle(context, { verifiedAgent, ownContacts, contactReferences }) {
    const { userId, signal, policy } = await verifiedAgent(context)
    const caller = { agentId: userId, signal }
    const contactId = context.req.param('contactId') ?? ''
    await ownContacts.find(caller, contactId)
    noteFacts(context, { linkedContactId: contactId })
    const found = await contactReferences.read(caller, contactId)
    const references = found.filter(({ name }) => !isReferenceHidden(policy.fields ?? {}, name))
    return context.json({ references: [...references] } satisfies ContactReferences)
  },
}
