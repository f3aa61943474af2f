import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import { withContent } from '../desk/content-moves.ts'
import { frontOf, newDesk } from '../desk/desk.ts'
import { withSession } from '../desk/source-moves.ts'
import { saveAfterMs } from '../at-hand/saving.ts'
import { discardingAll } from './deleted-drafts.ts'
import { attemptOf, browser as browserWith } from './two-windows-harness.ts'
import { titleOf } from '../desk/draft-title.ts'
import { draftKinds, saying } from '../kinds-harness.ts'
import type { DraftKind } from '../../core/message/any-draft.ts'

const aWhile = () => vi.advanceTimersByTimeAsync(saveAfterMs)
const deleteAll = ({ hand }: Awaited<ReturnType<ReturnType<typeof browserWith>['open']>>) =>
  hand.withSaved((saved) => saved.deleteTexts())

const contact = (contactId: string): Contact => ({
  contactId,
  channel: 'chat',
  state: 'connected',
  stateSince: 0,
})

beforeAll(() => import('./saved-drafts.ts'))
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Two windows that show one draft. */
async function twoWindows(kind: DraftKind) {
  const { open, names, stored } = browserWith(aWhile, kind)
  const [one, other] = [await open(), await open()]
  one.type('Call back')()
  await aWhile()
  return { one, other, open, names, stored }
}

describe.each(draftKinds)('deleting all drafts, of which one is a %s', (kind) => {
  it('empties the store and all windows, and the other window shows that the drafts were deleted', async () => {
    const { one, other, names } = await twoWindows(kind)
    await deleteAll(one)
    await aWhile()

    expect(names()).toEqual([])
    for (const { front, hand } of [one, other]) {
      expect(front()).toMatchObject({ phase: 'blank', contact: { contactId: 'call' } })
      expect(hand.getSnapshot().discarded).toEqual([])
    }
    expect(one.hand.getSnapshot().deletion).toBeUndefined()
    expect(other.hand.getSnapshot().deletion).toMatchObject({ isSomeKept: false })
  })

  it('does not bring a text back that the other window shows, however often that window stores', async () => {
    const { one, other, names, open } = await twoWindows(kind)
    await deleteAll(one)
    await other.hand.flush()
    await other.hand.leave()
    await aWhile()

    expect(names()).toEqual([])
    expect(titleOf((await open()).front().content)).toBe('')
  })

  it('takes the offer to bring a discarded draft back from the other window', async () => {
    const { one, other } = await twoWindows(kind)
    other.hand.discard(other.front().id)
    await aWhile()
    await deleteAll(one)
    await aWhile()

    expect(other.hand.getSnapshot().discarded).toEqual([])
  })

  it('keeps the text that the agent typed in the other window, and that window shows that it was kept', async () => {
    const { one, other, names } = await twoWindows(kind)
    other.type('Call back tomorrow')
    await deleteAll(one)
    await aWhile()

    expect(names()).toEqual(['ana call: Call back tomorrow'])
    expect(titleOf(other.front().content)).toBe('Call back tomorrow')
    expect(other.hand.getSnapshot().deletion).toMatchObject({ isSomeKept: true })
    expect(one.hand.getSnapshot().deletion).toBeUndefined()
  })

  it('deletes both of two versions', async () => {
    const { one, other, names } = await twoWindows(kind)
    one.type('Call back today')
    other.type('Call back tomorrow')()
    await one.hand.flush()
    await aWhile()
    expect(other.front().otherVersion).toBeDefined()
    await deleteAll(one)
    await aWhile()

    expect(names()).toEqual([])
    expect(other.front()).toMatchObject({ phase: 'blank' })
    expect(other.front().otherVersion).toBeUndefined()
  })

  it('leaves a question about a task that may exist, without its text', async () => {
    const { one, other, open, stored } = await twoWindows(kind)
    const sent = attemptOf('t', 'Call back', kind)
    other.hand.noteSubmitted(other.front().id, { latest: sent.attempt, uncertain: [sent] })
    await other.hand.flush()
    await deleteAll(one)
    await aWhile()

    expect(stored()).toEqual([])
    expect(other.front().earlier?.uncertain).toEqual([sent])
    const later = await open()
    expect(later.hand.getSnapshot().textless).toMatchObject([{ clientToken: 't' }])
    expect(JSON.stringify(later.hand.getSnapshot())).not.toContain('Call back')
  })

  it('leaves a task that waits to be sent, in either window', async () => {
    const { one, other } = await twoWindows(kind)
    const { attempt } = attemptOf('t', 'Call back', kind)
    other.hand.noteSubmitted(other.front().id, { latest: attempt, uncertain: [] }, true)
    await other.hand.flush()
    await deleteAll(one)
    await deleteAll(other)

    expect(other.front()).toMatchObject({ phase: 'asked', content: saying(kind, 'Call back') })
  })

  it('says nothing in a window that is opened later', async () => {
    const { one, open } = await twoWindows(kind)
    await deleteAll(one)
    const later = await open()
    later.type('Call back on Monday')
    await aWhile()

    expect(later.hand.getSnapshot().deletion).toBeUndefined()
    expect(titleOf(later.front().content)).toBe('Call back on Monday')
  })
})

it('deleting all drafts leaves a draft in front, also where that of the current contact goes too', () => {
  const [call, chat] = [contact('call'), contact('chat')]
  const type = (desk: typeof begun, name: string) => withContent(desk, desk.frontId, { ...emptyDraft, name })
  const begun = newDesk(emptyDraft)
  const onCall = withSession(
    begun,
    { status: 'ready', contacts: [call, chat], currentContactId: 'call' },
    'away',
  )
  const onChat = withSession(
    type(onCall, 'for the call'),
    { status: 'ready', contacts: [call, chat], currentContactId: 'chat' },
    'away',
  )
  // The chat has left the CCP. Its draft stays in front while the CCP shows the call.
  const gone = withSession(
    type(onChat, 'for the chat'),
    { status: 'ready', contacts: [call], currentContactId: 'call' },
    'near',
  )

  expect(titleOf(frontOf(gone).content)).toBe('for the chat')
  expect(frontOf(discardingAll(gone))).toMatchObject({ phase: 'blank' })
})
