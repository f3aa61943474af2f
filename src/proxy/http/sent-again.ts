import { messagesPath } from '../../contract/messages/message-paths.ts'
import { tasksPath } from '../../contract/tasks/task-paths.ts'
import { doneBefore, mayBeDone } from '../begun/doubt.ts'
import type { Delivered, RequestMark } from '../begun/delivered.ts'
import type { RequestContext } from '../routes/route.ts'

const markedPaths = [tasksPath, messagesPath]

/** A request that changes a task, or creates one, or sends a message. */
function markOf({ req }: RequestContext): RequestMark | undefined {
  const authorization = req.header('authorization')
  const contentLength = req.header('content-length')
  const isMarked = req.method === 'POST' && markedPaths.some((path) => req.path.includes(path))
  // A browser that sends a request again says its length. Without a length, two different requests could not be told apart.
  if (!isMarked || authorization === undefined || contentLength === undefined) return undefined
  return { authorization, path: req.path, contentLength }
}

/** Notes a request whose agent is verified: from now on it may be carried out. */
export async function noteDelivered(
  delivered: Delivered,
  context: RequestContext,
  agentId: string,
): Promise<void> {
  const mark = markOf(context)
  if (!mark) return
  context.set('isSentAgain', await delivered.has(mark))
  context.set('deliveredBy', agentId)
  await delivered.note(agentId, mark)
}

/**
 * The same failure, with the outcome `unknown` if the same request was delivered before. If the memory of begun commands has
 * already judged the request, its outcome stays.
 */
export async function refusedHere(
  delivered: Delivered,
  context: RequestContext,
  error: Error,
): Promise<unknown> {
  const mark = markOf(context)
  if (!mark) return error
  const isAgain =
    !context.get('isKnownCommand') && (context.get('isSentAgain') ?? (await delivered.has(mark)))
  const judged = isAgain ? doneBefore(error) : error
  const agentId = context.get('deliveredBy')
  if (judged === error && agentId !== undefined && !mayBeDone(error)) await delivered.forget(agentId, mark)
  return judged
}
