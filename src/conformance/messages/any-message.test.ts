import * as fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { MessageRequest } from '../../core/message/message-parts.ts'
import { startOutboundChat } from '../../core/message/start-outbound-chat.ts'
import { anyMessage } from './any-message.ts'
import { checkOfCore, originOf } from './message-readings.ts'
import { startMessageScene } from './message-scene.ts'

const { askConnect, reset, close } = await startMessageScene()

beforeEach(reset)
afterAll(close)

/** Sends a message to Connect if the core accepts it, and returns the status. */
async function answerTo(request: MessageRequest): Promise<number | string | undefined> {
  reset()
  const check = checkOfCore(request)
  return check.ok ? askConnect(startOutboundChat(check.message, originOf(request))) : 'not sent'
}

describe('any message', () => {
  it('that the core accepts is accepted by Connect', async () => {
    const answers = new Map<number | string | undefined, number>()
    await fc.assert(
      fc.asyncProperty(anyMessage, async (request) => {
        const answer = await answerTo(request)
        answers.set(answer, (answers.get(answer) ?? 0) + 1)
        expect([200, 'not sent']).toContain(answer)
      }),
      { numRuns: 500 },
    )

    // Enough generated messages must be accepted. If one mistake refused nearly all of them, the other rules would not be
    // tested.
    expect(answers.get(200)).toBeGreaterThan(50)
    // 500 requests take longer than the default timeout on a busy machine.
  }, 60_000)
})
