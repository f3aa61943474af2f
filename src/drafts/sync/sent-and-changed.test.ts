import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { saveAfterMs } from '../at-hand/saving.ts'
import { attemptOf, browser as browserWith, entry } from './two-windows-harness.ts'
import { titleOf } from '../desk/draft-title.ts'
import { draftKinds, saying } from '../kinds-harness.ts'
import type { DraftKind } from '../../core/message/any-draft.ts'

const aWhile = () => vi.advanceTimersByTimeAsync(saveAfterMs)

beforeAll(() => import('./saved-drafts.ts'))
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Two windows that show one draft; the second has begun to send it. */
async function sentInTheSecond(kind: DraftKind) {
  const { open, names } = browserWith(aWhile, kind)
  const [one, other] = [await open(), await open()]
  one.type('Call back')
  await aWhile()
  const { id } = other.front()
  const sent = attemptOf('t', 'Call back', kind)
  const nothingOpen = { latest: sent.attempt, uncertain: [] }
  other.hand.noteSubmitted(id, nothingOpen, true)
  await aWhile()
  const changeInOne = async () => {
    one.type('Call back today')
    await aWhile()
  }
  return { one, other, names, id, sent, nothingOpen, changeInOne }
}

describe.each(draftKinds)('a window that has sent a %s', (kind) => {
  it('follows the text of another window after its own was refused', async () => {
    const { other, id, nothingOpen, changeInOne } = await sentInTheSecond(kind)
    other.hand.noteSubmitted(id, nothingOpen)
    await aWhile()
    await changeInOne()

    expect(titleOf(other.front().content)).toBe('Call back today')
    expect(other.front().otherVersion).toBeUndefined()
  })

  it('keeps the text that is being sent, and shows two versions if that was refused', async () => {
    const { one, other, names, id, nothingOpen, changeInOne } = await sentInTheSecond(kind)
    await changeInOne()
    expect(titleOf(other.front().content)).toBe('Call back')
    expect(other.front().otherVersion).toBeUndefined()
    other.hand.noteSubmitted(id, nothingOpen)
    await aWhile()

    expect(titleOf(other.front().content)).toBe('Call back')
    expect(other.front().otherVersion?.content).toMatchObject(saying(kind, 'Call back today'))
    expect(titleOf(one.front().content)).toBe('Call back today')
    await aWhile()
    expect(names()).toEqual(['ana call: Call back', 'ana call: Call back today'])
  })

  it('shows two versions while it asks whether its own text was created', async () => {
    const { one, other, id, sent, changeInOne } = await sentInTheSecond(kind)
    other.hand.noteSubmitted(id, { latest: sent.attempt, uncertain: [sent] })
    await aWhile()
    await changeInOne()

    expect(titleOf(other.front().content)).toBe('Call back')
    expect(other.front().otherVersion?.content).toMatchObject(saying(kind, 'Call back today'))
    await other.hand.withSaved((saved) => saved.takeOther(id))
    await aWhile()
    expect(other.front()).toMatchObject({
      content: saying(kind, 'Call back today'),
      earlier: { uncertain: [sent] },
    })
    expect(titleOf(one.front().content)).toBe('Call back today')
  })

  it('leaves a later text to the other window when its own was created', async () => {
    const { one, other, names, id, changeInOne } = await sentInTheSecond(kind)
    await changeInOne()
    other.hand.noteCreated(id, entry('new-task', kind))
    await aWhile()

    expect(other.front()).toMatchObject({ phase: 'created', content: saying(kind, 'Call back') })
    expect(one.front()).toMatchObject({
      phase: 'begun',
      content: saying(kind, 'Call back today'),
      createdBefore: { contactId: 'new-task' },
    })
    expect(names()).toEqual(['ana call: Call back today'])
  })

  it('rests once it has shown what it found', async () => {
    const { other, id, nothingOpen, changeInOne } = await sentInTheSecond(kind)
    await changeInOne()
    other.hand.noteSubmitted(id, nothingOpen)
    await aWhile()
    await aWhile()
    const changes = vi.fn<() => void>()
    other.hand.subscribe(changes)
    await vi.advanceTimersByTimeAsync(10 * saveAfterMs)

    expect(changes).not.toHaveBeenCalled()
  })
})
