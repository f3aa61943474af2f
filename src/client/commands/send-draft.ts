import type { Attempt } from '../../core/attempts/attempt.ts'
import { isMessageRequest, type AnyRequest } from '../../core/message/any-draft.ts'
import type { AnyResult } from '../submissions/draft-submission.ts'
import type { TaskClient } from '../task-client.ts'
import { createTask } from './create-task.ts'
import { sendMessage } from './send-message.ts'

/** Sends the request of a draft once. */
export const sendDraft = (
  { send }: Pick<TaskClient, 'send'>,
  { clientToken, request }: Attempt<AnyRequest>,
  isInTime?: () => boolean,
): Promise<AnyResult> =>
  isMessageRequest(request)
    ? send(sendMessage, { clientToken, request }, isInTime)
    : send(createTask, { clientToken, request }, isInTime)
