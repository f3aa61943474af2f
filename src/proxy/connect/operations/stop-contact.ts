import { StopContactCommand } from '@aws-sdk/client-connect'
import { taskNotYours } from '../../problem-error.ts'
import { operation } from '../operation.ts'

/** Ends a contact for everyone. */
export const stopContact = operation({
  name: 'StopContact',
  rate: { perSecond: 10, burst: 15 },
  writes: true,
  refusals: {
    ended: {
      code: 'already-ended',
      reason: 'ended',
      detail: 'Connect says that the task has already ended.',
    },
    missing: taskNotYours,
  },
  iam: { statement: 'ChangeOwnTask', resources: ['contact'] },
  async ask({ client, instanceId, inTurn }, contactId: string): Promise<void> {
    await client.send(inTurn(new StopContactCommand({ InstanceId: instanceId, ContactId: contactId })))
  },
})
