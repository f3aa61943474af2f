import { entityId } from './instance/entity-id.ts'
import type { InstanceContact } from './instance/instance.ts'

/** The chat that example pages without a CCP begin with, so that there is one whose id their forms can name. */
export const exampleContact: InstanceContact = {
  contactId: entityId('c0ffee00-5a1b', 1),
  initialContactId: null,
  channel: 'CHAT',
  state: 'CONNECTED',
  accepted: true,
  name: null,
  attributes: { orderId: '48213' },
}
