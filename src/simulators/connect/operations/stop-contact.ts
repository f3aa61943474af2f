import { endOf } from '../state/contact-record.ts'
import { requireContact, requireThisInstance } from '../state/instance-state.ts'
import { operation } from '../operation.ts'
import { endContact } from '../state/task-progress.ts'
import { contactNotFound } from '../wire/service-error.ts'
import { parseMembers, requiredText } from '../wire/wire-members.ts'

export const stopContact = operation({
  name: 'StopContact',
  method: 'POST',
  path: '/contact/stop',
  rate: { perSecond: 10, burst: 15 },
  answer: ({ body }, state) => {
    const members = parseMembers(body)
    requireThisInstance(requiredText(members, 'InstanceId', { min: 1, max: 100 }))
    const contact = requireContact(state, requiredText(members, 'ContactId', { min: 1, max: 256 }))
    if (endOf(contact, state.now()) !== undefined) throw contactNotFound('The contact has ended.')
    endContact(state, contact)
    return {}
  },
})
