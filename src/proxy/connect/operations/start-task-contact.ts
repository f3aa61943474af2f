import { StartTaskContactCommand } from '@aws-sdk/client-connect'
import type { StartTaskContactParameters } from '../../../core/start-task-contact.ts'
import { ProblemError } from '../../problem-error.ts'
import { connectRequestId } from '../connect-errors.ts'
import { operation } from '../operation.ts'

export interface CreatedContact {
  readonly contactId: string
  readonly connectRequestId?: string
}

export const startTaskContact = operation({
  name: 'StartTaskContact',
  rate: { perSecond: 2, burst: 5 },
  writes: true,
  iam: { statement: 'CreateLinkedTask', resources: ['flow', 'quick connect', 'contact'] },
  async ask({ client, inTurn }, parameters: StartTaskContactParameters): Promise<CreatedContact> {
    const answer = await client.send(inTurn(new StartTaskContactCommand(parameters)))
    const requestId = connectRequestId(answer.$metadata.requestId)
    if (answer.ContactId) return { contactId: answer.ContactId, ...requestId }
    throw new ProblemError({
      code: 'connect-failed',
      reason: 'no-contact-id',
      detail: 'Connect answered StartTaskContact without the id of the contact that it created.',
      outcome: 'unknown',
      logged: { operation: 'StartTaskContact', ...requestId },
    })
  },
})
