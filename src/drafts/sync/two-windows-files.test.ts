import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AttachmentDraft } from '../../core/fields/attachments/attachment.ts'
import { withFile, withFiles } from '../desk/file-moves.ts'
import { saveAfterMs } from '../at-hand/saving.ts'
import { browser as browserWith } from './two-windows-harness.ts'
import { titleOf } from '../desk/draft-title.ts'
import { filesIn } from '../desk/draft-files.ts'

const aWhile = () => vi.advanceTimersByTimeAsync(saveAfterMs)

const browser = () => browserWith(aWhile)
type Window = Awaited<ReturnType<ReturnType<typeof browser>['open']>>

const add = ({ hand, front }: Window, id: string) => {
  const file: AttachmentDraft = { id, name: `${id}.png`, bytes: 1, type: 'image/png' }
  const draftId = front().id
  hand.change((desk) => withFiles(desk, draftId, (files) => [...files, file], Date.now()))
}
const finish = ({ hand }: Window, id: string) =>
  hand.change((desk) =>
    withFile(desk, id, (file) => ({ ...file, upload: { token: `token of ${id}`, expiresAt: 9_999_999 } })),
  )
const remove = ({ hand, front }: Window, id: string) => {
  const draftId = front().id
  hand.change((desk) =>
    withFiles(desk, draftId, (files) => files.filter((file) => file.id !== id), Date.now()),
  )
}
const filesOf = ({ front }: Window) =>
  filesIn(front().content).map(({ id, upload }) => `${id}${upload ? ' arrived' : ''}`)

beforeAll(() => import('./saved-drafts.ts'))
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a file of a draft in two windows', () => {
  it('appears in the other window when it has arrived', async () => {
    const { open } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    add(one, 'bill')
    await aWhile()
    expect(filesOf(other)).toEqual([])
    finish(one, 'bill')
    await aWhile()

    expect(filesOf(other)).toEqual(['bill arrived'])
  })

  it('makes no two versions of the draft while the other window types', async () => {
    const { open, names, stored } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    add(one, 'bill')
    await aWhile()
    other.type('Call back today')
    await other.hand.flush()
    await aWhile()
    finish(one, 'bill')
    await aWhile()
    await aWhile()

    expect(names()).toEqual(['ana call: Call back today'])
    expect(titleOf(one.front().content)).toBe('Call back today')
    expect([filesOf(one), filesOf(other)]).toEqual([['bill arrived'], ['bill arrived']])
    expect(stored()[0]?.content).toMatchObject({
      attachments: [{ id: 'bill', upload: { token: 'token of bill' } }],
    })
  })

  it('that arrives while the other window has typed, and not stored it yet, takes nothing from it', async () => {
    const { open, names } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    add(one, 'bill')
    await aWhile()
    other.type('Call back today')
    finish(one, 'bill')
    await one.hand.flush()
    await aWhile()
    await aWhile()

    expect(names()).toEqual(['ana call: Call back today'])
    expect([filesOf(one), filesOf(other)]).toEqual([['bill arrived'], ['bill arrived']])
  })

  it('is removed from both', async () => {
    const { open } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    add(one, 'bill')
    finish(one, 'bill')
    await aWhile()
    remove(other, 'bill')
    await aWhile()

    expect(filesOf(one)).toEqual([])
  })

  it('that both windows add is there twice', async () => {
    const { open } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    add(one, 'bill')
    add(other, 'photo')
    finish(one, 'bill')
    finish(other, 'photo')
    await aWhile()
    await aWhile()

    expect(filesOf(one).toSorted()).toEqual(['bill arrived', 'photo arrived'])
    expect(filesOf(other).toSorted()).toEqual(['bill arrived', 'photo arrived'])
  })

  it('is there after a reload with what had arrived', async () => {
    const { open } = browser()
    let isGone = false
    const one = await open(() => isGone)
    one.type('Call back')
    add(one, 'bill')
    add(one, 'photo')
    await aWhile()
    finish(one, 'bill')
    // The page closes before the normal write of the file.
    void one.hand.leave()
    isGone = true
    const after = await open()

    expect(filesOf(after)).toEqual(['bill arrived', 'photo'])
  })
})
