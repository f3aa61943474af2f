import { linkedContactSchema, type LinkedContact } from '../../../contract/reads/read-answers.ts'
import { knownInheritance } from '../../../core/fields/attributes/inherited-attributes.ts'
import { bearer, contactIdParameter, reading } from '../../http/openapi.ts'
import { noteFacts } from '../../logs/request-log.ts'
import { ProblemError } from '../../problem-error.ts'
import type { Route } from '../route.ts'

export const contactRoute: Route = {
  method: 'get',
  path: '/api/v1/contacts/:contactId',
  openApi: {
    operation: {
      ...reading('One of the agent’s own contacts.', 'LinkedContact'),
      ...bearer,
      parameters: [contactIdParameter('path')],
    },
    schemas: { LinkedContact: linkedContactSchema },
  },
  async handle(context, { verifiedAgent, ownContacts }) {
    const { userId, signal, policy } = await verifiedAgent(context)
    const caller = { agentId: userId, signal }
    const contactId = context.req.param('contactId') ?? ''
    const { channel, attributes } = await ownContacts.findNow(caller, contactId)
    noteFacts(context, { linkedContactId: contactId })
    if (!channel) {
      const detail = 'This version of the proxy does not know the channel of the contact.'
      throw new ProblemError({ code: 'connect-failed', reason: 'channel-unknown', detail })
    }
    const known = knownInheritance(attributes, policy.fields ?? {})
    return context.json({
      contactId,
      channel,
      attributes: known.attributes,
      ...(known.hiddenBytes > 0 ? { hiddenBytes: known.hiddenBytes } : {}),
    } satisfies LinkedContact)
  },
}
