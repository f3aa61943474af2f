import { StartTaskContactCommand } from '@aws-sdk/client-connect'
import type { StartTaskContactParameters } from '../../../core/creating/start-task-contact.ts'
import { ProblemError } from '../../problem-error.ts'
import { connectRequestId } from '../errors/connect-errors.ts'
import { operation } from '../operation.ts'
import { fileRefusals } from './file-refusals.ts'

export interface CreatedContact {
  readonly contactId: string
  readonly connectRequestId?: string
}

const quotaReached = {
  code: 'quota-reached',
  reason: 'quota',
  detail:
    'Connect refused: the instance’s limit of open tasks, or the 12 tasks that may share one previous contact, is reached. Link the task as related, or raise the quota.',
} as const

export const startTaskContact = operation({
  name: 'StartTaskContact',
  rate: { perSecond: 2, burst: 5 },
  writes: true,
  refusals: {
    quota: quotaReached,
    limit: quotaReached,
    missing: {
      code: 'destination-gone',
      reason: 'not-in-connect',
      detail: 'Connect no longer knows the destination or the linked contact. Choose another destination.',
    },
    'too-large': {
      code: 'too-large',
      reason: 'task',
      detail: 'Connect found the task too large. Shorten its texts.',
    },
  },
  namedRefusals: fileRefusals,
  iam: { statement: 'CreateLinkedTask', resources: ['flow', 'quick connect', 'template', 'contact'] },
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
