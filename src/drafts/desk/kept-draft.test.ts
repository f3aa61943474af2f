import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../../core/task/task-draft.ts'
import type { TaskDraft } from '../../core/task/task-parts.ts'
import {
  isBegun,
  isUnfinished,
  newDraft,
  withContentOf,
  type DraftPhase,
  type KeptDraft,
} from './kept-draft.ts'

const task = { kind: 'task', contactId: 'new-task', createdAt: 0 } as const
const typed = { ...emptyDraft, name: 'Call back' }
const attempt = { clientToken: 't', request: { name: 'Call back', references: [], attributes: [] } }

const draftIn = (phase: DraftPhase): KeptDraft => ({
  ...newDraft(typed, 1, { contactChoice: 'open' }),
  earlier: undefined,
  ...phase,
})
const refused = { latest: attempt, uncertain: [] }
const lost = { latest: attempt, uncertain: [{ attempt, firstSentAt: 1 }] }
const askedWith = (earlier: typeof refused | typeof lost) => draftIn({ phase: 'asked', earlier })
const withRow = (name: string): TaskDraft => ({
  ...emptyDraft,
  references: [{ name, type: 'URL', value: '' }],
  attributes: [{ key: '', value: '' }],
})
const edited = (draft: KeptDraft) => withContentOf(draft, { ...typed, name: 'Call back today' }, emptyDraft)
const emptied = (draft: KeptDraft) => withContentOf(draft, emptyDraft, emptyDraft)

describe('the phase of a draft', () => {
  it('is begun while the draft differs from a new one, and blank when it does not', () => {
    const blank = newDraft(emptyDraft, 1, { contactChoice: 'open' })

    expect(blank.phase).toBe('blank')
    expect(edited(blank).phase).toBe('begun')
    expect(emptied(edited(blank)).phase).toBe('blank')
  })

  it('is blank while its lists have only rows without a text, and begun from the first letter in one', () => {
    const blank = newDraft(emptyDraft, 1, { contactChoice: 'open' })

    expect(withContentOf(blank, withRow(''), emptyDraft).phase).toBe('blank')
    expect(withContentOf(blank, withRow('O'), emptyDraft).phase).toBe('begun')
  })

  it('stays asked while the agent edits, with the attempt that was sent', () => {
    expect(edited(askedWith(refused))).toMatchObject({ phase: 'asked', earlier: { latest: attempt } })
  })

  it('stays asked when the agent empties a draft whose task may exist', () => {
    expect(emptied(askedWith(lost))).toMatchObject({ phase: 'asked', earlier: { latest: attempt } })
    expect(emptied(askedWith(refused)).phase).toBe('blank')
    expect(emptied(askedWith(refused)).earlier).toBeUndefined()
  })

  it('stays created for any content of the form', () => {
    expect(edited(draftIn({ phase: 'created', task })).phase).toBe('created')
    expect(emptied(draftIn({ phase: 'created', task })).phase).toBe('created')
  })

  it.each<[DraftPhase, boolean, boolean]>([
    [{ phase: 'blank' }, false, false],
    [{ phase: 'begun' }, true, true],
    [{ phase: 'asked', earlier: lost }, true, true],
    [{ phase: 'created', task }, true, false],
    [{ phase: 'created', task, earlier: lost }, true, true],
  ])('decides whether a draft is begun and unfinished: %j', (phase, begun, unfinished) => {
    expect([isBegun(draftIn(phase)), isUnfinished(draftIn(phase))]).toEqual([begun, unfinished])
  })
})
