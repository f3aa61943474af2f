import { alwaysSealed, type Sealing } from '../../../client/attempts/sealing.ts'
import { isMessageRequest, type AnyRequest } from '../../../core/message/any-draft.ts'
import type { MessageRequest } from '../../../core/message/message-parts.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'

/** Only tasks have files. A message is complete from the start. */
export function draftSealing(tasks: Sealing<TaskRequest>): Sealing<AnyRequest> {
  const messages = alwaysSealed<MessageRequest>()
  return {
    contentOf: (request) =>
      isMessageRequest(request) ? messages.contentOf(request) : tasks.contentOf(request),
    sealedUntil: (request) =>
      isMessageRequest(request) ? messages.sealedUntil(request) : tasks.sealedUntil(request),
    isGathered: (request) =>
      isMessageRequest(request) ? messages.isGathered(request) : tasks.isGathered(request),
    gather: async (request, signal, onLeft) =>
      isMessageRequest(request) ? { request } : tasks.gather(request, signal, onLeft),
    seal: async (request, clientToken) =>
      isMessageRequest(request) ? { request } : tasks.seal(request, clientToken),
  }
}
