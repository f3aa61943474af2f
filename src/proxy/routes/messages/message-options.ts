import { messageOptionsSchema } from '../../../contract/messages/message-options.ts'
import { messageOptionsPath } from '../../../contract/messages/message-paths.ts'
import { bearer, contactIdParameter, reading } from '../../http/openapi.ts'
import { noteFacts } from '../../logs/request-log.ts'
import { messageOptions } from '../../messages/message-options.ts'
import type { Route } from '../route.ts'
import { messagingOf } from './messaging.ts'

export const messageOptionsRoute: Route = {
  method: 'get',
  path: messageOptionsPath(),
  openApi: {
    operation: {
      ...reading(
        'What the agent may send as a text message, to whom and when: about one of their own contacts, or about none.',
        'MessageOptions',
      ),
      ...bearer,
      parameters: [{ ...contactIdParameter('query'), required: false }],
    },
    schemas: { MessageOptions: messageOptionsSchema },
  },
  async handle(context, parts) {
    const agent = await parts.verifiedAgent(context)
    const contactId = context.req.query('contactId')
    const options = await messageOptions(messagingOf(parts), agent, contactId)
    if (contactId !== undefined) noteFacts(context, { linkedContactId: contactId })
    return context.json(options)
  },
}
