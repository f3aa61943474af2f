import { describe, expect, it } from 'vitest'
import type { AttachmentDraft } from '../../core/fields/attachments/attachment.ts'
import { mergedFiles, sameFiles } from './merged-files.ts'

const file = (id: string, upload?: AttachmentDraft['upload']): AttachmentDraft => ({
  id,
  name: `${id}.png`,
  bytes: 1,
  type: '',
  ...(upload ? { upload } : {}),
})
const arrived = (id: string, expiresAt = 1) => file(id, { token: `${id} ${expiresAt}`, expiresAt })
const idsOf = (files: readonly AttachmentDraft[]) => files.map(({ id }) => id)

describe('the files of one draft in two windows', () => {
  it('stay as they are when nothing was changed', () => {
    const own = [arrived('a'), file('b')]

    expect(mergedFiles({ own, base: own, theirs: own })).toBe(own)
  })

  it('are added in both', () => {
    const base = [arrived('a')]

    expect(
      idsOf(mergedFiles({ own: [...base, arrived('b')], base, theirs: [...base, arrived('c')] })),
    ).toEqual(['a', 'b', 'c'])
  })

  it('are removed in either', () => {
    const base = [arrived('a'), arrived('b'), arrived('c')]
    const [a = file('a'), b = file('b')] = base

    expect(idsOf(mergedFiles({ own: base.slice(1), base, theirs: [a, b] }))).toEqual(['b'])
  })

  it('of another window are shown only when they have arrived', () => {
    expect(mergedFiles({ own: [], base: [], theirs: [file('a')] })).toEqual([])
    expect(idsOf(mergedFiles({ own: [], base: [], theirs: [arrived('a')] }))).toEqual(['a'])
  })

  it('that are on their way here are not removed by a window that does not show them', () => {
    expect(idsOf(mergedFiles({ own: [file('a')], base: [file('a')], theirs: [] }))).toEqual(['a'])
  })

  it('keep the upload that lives longer', () => {
    expect(mergedFiles({ own: [file('a')], base: [file('a')], theirs: [arrived('a')] })).toEqual([
      arrived('a'),
    ])
    expect(mergedFiles({ own: [arrived('a', 2)], base: [], theirs: [arrived('a', 1)] })).toEqual([
      arrived('a', 2),
    ])
    expect(mergedFiles({ own: [arrived('a', 1)], base: [], theirs: [arrived('a', 2)] })).toEqual([
      arrived('a', 2),
    ])
  })

  it('that the bucket has lost stay lost in both windows', () => {
    const kept = file('a', { token: 'a', expiresAt: 9 })
    const lost = file('a', { token: 'a', expiresAt: 0 })

    expect(mergedFiles({ own: [lost], base: [kept], theirs: [kept] })).toEqual([lost])
    expect(mergedFiles({ own: [kept], base: [kept], theirs: [lost] })).toEqual([lost])
    expect(sameFiles([kept], [lost])).toBe(false)
  })
})
