import * as z from 'zod/mini'
import type { ContactState } from '../../../core/contact/contact.ts'
import type { CcpContact } from '../../ccp/page/state/ccp-contact.ts'
import type { CcpState } from '../../ccp/page/state/ccp-state.ts'
import { agentArn } from '../../instance/instance.ts'
import type { AppRequest } from './app-messages.ts'
import { type AppRegistration, type AppScope, mayUse, type Permission } from './app-registration.ts'
import { channelType, contactNamespace, eventData } from './contact-events.ts'

/** The data from which requests are answered. */
export interface Asked {
  readonly registration: AppRegistration
  readonly scope: AppScope
  readonly state: CcpState
}

interface Command {
  readonly permission: Permission
  readonly answer: (asked: Asked, data: unknown) => unknown
}

/** Refuses a request. The app's promise rejects with `errorKey`. */
export class Refusal extends Error {
  readonly errorKey: string

  constructor(errorKey: string, reason: string) {
    super(reason)
    this.errorKey = errorKey
  }
}

const currentContact = 'CURRENT_CONTACT'

const aboutContact = z.object({ contactId: z.string() })
const attributesData = z.object({
  contactId: z.string(),
  attributes: z.union([z.literal('*'), z.array(z.string())]),
})
const participantData = z.object({ participantId: z.string() })

const ofContact = (permission: Permission, answer: (contact: CcpContact) => unknown): Command => ({
  permission,
  answer: (asked, data) => answer(contactAskedFor(asked, aboutContact.parse(data).contactId)),
})

const ofAgent = (answer: (state: CcpState) => unknown): Command => ({
  permission: 'User.Details.View',
  answer: ({ state }) => answer(state),
})

const participantOf = ({ contactId }: CcpContact) => `agent-of-${contactId}`

const participantStates = {
  incoming: 'connecting',
  pending: 'connecting',
  connecting: 'connecting',
  connected: 'connected',
  paused: 'connected',
  ended: 'disconnected',
  missed: 'disconnected',
  rejected: 'rejected',
  error: 'disconnected',
} satisfies Record<ContactState, string>

/** The supported commands, each with the permission that AWS's developer guide documents. */
const commands: ReadonlyMap<string, Command> = new Map([
  ['agent/getARN', ofAgent(({ agent }) => ({ ARN: agentArn(agent) }))],
  ['agent/getName', ofAgent(({ agent }) => ({ name: `${agent.firstName} ${agent.lastName}` }))],
  ['contact/getChannelType', ofContact('Contact.Details.View', channelType)],
  [
    'contact/getInitialContactId',
    ofContact('Contact.Details.View', ({ initialContactId }) => ({
      initialContactId: initialContactId ?? undefined,
    })),
  ],
  [
    'contact/getStateDuration',
    ofContact('Contact.Details.View', ({ stateSince }) => ({
      stateDuration: Date.now() - stateSince.getTime(),
    })),
  ],
  [
    'contact/getAttributes',
    {
      permission: 'Contact.Attributes.View',
      answer: (asked, data) => {
        const { contactId, attributes } = attributesData.parse(data)
        const all = Object.entries(contactAskedFor(asked, contactId).attributes)
        return Object.fromEntries(all.filter(([key]) => attributes === '*' || attributes.includes(key)))
      },
    },
  ],
  [
    'contact/listContacts',
    { permission: '*', answer: ({ state }) => state.contacts.map((contact) => eventData(contact)) },
  ],
  [
    'contact/listParticipants',
    ofContact('*', (contact) => [
      {
        participantId: participantOf(contact),
        contactId: contact.contactId,
        type: { value: 'agent' },
        isInitial: false,
        isSelf: true,
      },
    ]),
  ],
  [
    'contact/getParticipantState',
    {
      permission: '*',
      answer: ({ state }, data) => {
        const { participantId } = participantData.parse(data)
        const contact = state.contacts.find((candidate) => participantOf(candidate) === participantId)
        if (!contact) throw new Refusal('participantNotFound', 'There is no such participant')
        return { value: participantStates[contact.state] }
      },
    },
  ],
])

/** Returns the answer to a request, or throws a `Refusal`. */
export function answerRequest(asked: Asked, { namespace, command: name, data }: AppRequest): unknown {
  const command = namespace === contactNamespace ? commands.get(name) : undefined
  if (!command) throw new Refusal('handlerNotFound', `No handler for ${namespace} ${name}`)
  if (!mayUse(asked.registration, command.permission)) {
    throw new Refusal('noPermission', 'App does not have permission for this request')
  }
  return command.answer(asked, data)
}

/** Finds the contact of a request. A per-contact app gets data only about its own contact. */
function contactAskedFor({ registration, scope, state }: Asked, asked: string): CcpContact {
  const own = scope.type === 'contact' ? scope.contactId : undefined
  if (asked === currentContact && own === undefined) {
    throw new Refusal('noContactScope', 'The app was not opened for a contact')
  }
  const contactId = asked === currentContact ? own : asked
  const isForeign = registration.contactHandling === 'PER_CONTACT' && own !== undefined && contactId !== own
  const contact = state.contacts.find((candidate) => candidate.contactId === contactId)
  if (!contact || isForeign) throw new Refusal('contactNotFound', 'There is no such contact')
  return contact
}
