import { linkedContactSchema, type LinkedContact } from '../../contract/read-answers.ts'
import { linkedQuery } from '../../contract/reads.ts'
import { knownInheritance } from '../../core/fields/attributes/inherited-attributes.ts'
import { listAssociatedContacts } from '../connect/operations/list-associated-contacts.ts'
import { bearer, reading } from '../http/openapi.ts'
import { noteFacts } from '../logs/request-log.ts'
import { ProblemError } from '../problem-error.ts'
import type { Route } from './route.ts'

const parameters = [
  { name: 'contactId', in: 'path', required: true, schema: { type: 'string' } },
  {
    name: linkedQuery,
    in: 'query',
    description: 'Adds the tasks that are already linked to the contact.',
    allowEmptyValue: true,
    schema: { type: 'string' },
  },
]

export const contactRoute: Route = {
  method: 'get',
  path: '/api/v1/contacts/:contactId',
  openApi: {
    operation: { ...reading('One of the agent’s own contacts.', 'LinkedContact'), ...bearer, parameters },
    schemas: { LinkedContact: linkedContactSchema },
  },
  async handle(context, { verifiedAgent, ownContacts, connect }) {
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
    const isLinkedAsked = context.req.query(linkedQuery) !== undefined
    return context.json({
      contactId,
      channel,
      attributes: known.attributes,
      ...(known.hiddenBytes > 0 ? { hiddenBytes: known.hiddenBytes } : {}),
      ...(isLinkedAsked
        ? { linkedTasks: [...(await connect.call(listAssociatedContacts, contactId, caller))] }
        : {}),
    } satisfies LinkedContact)
  },
}
