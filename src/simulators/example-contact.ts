import { entityId } from './instance/entity-id.ts'
import type { InstanceContact } from './instance/instance.ts'

/** The contact of the example pages that have no CCP. */
export const exampleContact: InstanceContact = {
  contactId: entityId('c0ffee00-5a1b', 1),
  initialContactId: null,
  channel: 'CHAT',
  state: 'CONNECTED',
  accepted: true,
  name: null,
  attributes: { orderId: '48213' },
  customerEndpoint: { type: 'TELEPHONE_NUMBER', address: '+12065550155' },
}
