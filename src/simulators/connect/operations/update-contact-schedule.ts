import { isScheduled } from '../state/contact-record.ts'
import { requireContact, requireThisInstance } from '../state/instance-state.ts'
import { defaultRate, operation } from '../operation.ts'
import { checkSchedule, readScheduledTime } from '../members/task-schedule.ts'
import { invalidParameter, invalidRequest, limitExceeded } from '../wire/service-error.ts'
import { parseMembers, requiredText } from '../wire/wire-members.ts'

/** Service quotas, "Maximum number of reschedules". */
const scheduleChangesLimit = 20

export const updateContactSchedule = operation({
  name: 'UpdateContactSchedule',
  method: 'POST',
  path: '/contact/schedule',
  rate: defaultRate,
  answer: ({ body }, state) => {
    const members = parseMembers(body)
    requireThisInstance(requiredText(members, 'InstanceId', { min: 1, max: 100 }))
    const contact = requireContact(state, requiredText(members, 'ContactId', { min: 1, max: 256 }))
    const scheduledTime = readScheduledTime(members)
    if (scheduledTime === undefined) throw invalidParameter('ScheduledTime must not be null.')
    const now = state.now()
    if (!isScheduled(contact, now)) throw invalidRequest('The contact is not scheduled.')
    checkSchedule({ scheduledTime, expiryMinutes: contact.expiryMinutes }, contact.initiatedAt, now)
    const scheduleChanges = contact.scheduleChanges + 1
    if (scheduleChanges > scheduleChangesLimit) throw limitExceeded('The contact was rescheduled too often.')
    state.contacts.set(contact.contactId, {
      ...contact,
      scheduledAt: scheduledTime * 1_000,
      scheduleChanges,
    })
    return {}
  },
})
