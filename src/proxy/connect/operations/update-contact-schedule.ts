import { UpdateContactScheduleCommand } from '@aws-sdk/client-connect'
import { taskNotYours } from '../../problem-error.ts'
import { operation } from '../operation.ts'

export interface ScheduleChange {
  readonly contactId: string
  /** In whole seconds. */
  readonly scheduledTime: Date
}

/** Moves the start of a scheduled task. Connect allows that 20 times for each task. */
export const updateContactSchedule = operation({
  name: 'UpdateContactSchedule',
  rate: { perSecond: 2, burst: 5 },
  writes: true,
  refusals: {
    limit: {
      code: 'reschedule-limit',
      reason: 'schedule-changes',
      detail: 'Connect allows 20 changes of a task’s time, and this task has had them.',
    },
    missing: taskNotYours,
  },
  iam: { statement: 'ChangeOwnTask', resources: ['contact'] },
  async ask({ client, instanceId, inTurn }, { contactId, scheduledTime }: ScheduleChange): Promise<void> {
    const change = { InstanceId: instanceId, ContactId: contactId, ScheduledTime: scheduledTime }
    await client.send(inTurn(new UpdateContactScheduleCommand(change)))
  },
})
