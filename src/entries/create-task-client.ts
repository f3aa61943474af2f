import { createTaskClient as createClient } from '../client/task-client.ts'
import type { TaskClient, TaskClientOptions } from '../client/task-client.ts'
import { TaskClientError } from '../client/task-client-error.ts'
import { hintFor } from './developer-hint.ts'

/**
 * The connection to the proxy. If the first request to the proxy fails, a warning in the console says once what the developer
 * of the page can do.
 */
export function createTaskClient(options: TaskClientOptions): TaskClient {
  const client = createClient(options)
  let isHinted = false

  async function hint(failure: unknown): Promise<void> {
    if (isHinted || !(failure instanceof TaskClientError)) return
    isHinted = true
    const text = await hintFor(failure.failure, options)
    // oxlint-disable-next-line eslint/no-console -- The page's developer reads the console; the agent gets other words.
    if (text !== undefined) console.warn(`tasklink: ${text}`)
  }

  return {
    ...client,
    // The first request of the panel, so its failure gets the hint.
    me: () =>
      client.me().catch((failure: unknown) => {
        void hint(failure)
        throw failure
      }),
  }
}
