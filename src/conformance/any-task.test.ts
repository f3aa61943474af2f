import * as fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startTaskContact } from '../core/creating/start-task-contact.ts'
import { checkTask } from '../core/creating/check-task.ts'
import type { TaskRequest } from '../core/task/task-parts.ts'
import { anyTask } from './any-task.ts'
import { circumstancesFor } from './case-readings.ts'
import { startConformanceScene } from './conformance-scene.ts'
import { origin } from './instance-at-noon.ts'

const { askConnect, reset, close } = await startConformanceScene()

beforeEach(reset)
afterAll(close)

let tokens = 0

/** Sends a request to Connect if the core accepts it, and returns the status. */
async function answerTo(request: TaskRequest): Promise<number | string | undefined> {
  reset()
  const check = checkTask(request, circumstancesFor(request.link?.contactId, 90))
  tokens += 1
  return check.ok
    ? askConnect(startTaskContact(check.task, { ...origin, clientToken: `token-${tokens}` }))
    : 'not sent'
}

describe('any task', () => {
  it('that the core accepts is accepted by Connect', async () => {
    await fc.assert(
      fc.asyncProperty(anyTask, async (request) => {
        expect([200, 'not sent']).toContain(await answerTo(request))
      }),
      { numRuns: 500 },
    )
    // 500 requests take longer than the default timeout on a busy machine.
  }, 60_000)
})
