import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import type { TaskDraft } from '../../../core/task/task-parts.ts'
import { lateWords } from '../../../i18n/en/late-words.ts'
import { createFormats } from '../../../i18n/formats/formats.ts'
import type { JudgedCircumstances } from './draft-resolver.ts'
import { refusalErrors } from './refusal-errors.ts'

type Refusal = Parameters<typeof refusalErrors>[0]

const words = lateWords(createFormats('en', 'UTC'))
const known: JudgedCircumstances = {
  zone: 'UTC',
  scheduleHorizonDays: 6,
  now: new Date('2026-11-23T12:00:00Z'),
}
const draft: TaskDraft = {
  ...emptyDraft,
  attributes: [
    { key: '', value: '' },
    { key: 'reason', value: 'late' },
  ],
}
const refused = (refusal: Pick<Refusal, 'code' | 'issues'>) =>
  refusalErrors({ outcome: 'not-created', ...refusal }, draft, known, words)

describe('refusalErrors()', () => {
  it('places the proxy’s complaint at the row that the agent sees, not at the row that was sent', () => {
    expect(
      refused({ code: 'invalid', issues: [{ field: 'attributes.0.value', code: 'field-locked' }] }),
    ).toEqual([
      {
        place: 'attributes.1.value',
        error: {
          type: 'field-locked',
          message: 'Your organisation has set this, and it cannot be changed.',
        },
      },
    ])
  })

  it('names the latest time by the time of the refusal', () => {
    const issue = {
      field: 'scheduledTime',
      code: 'schedule-too-far',
      actual: 700_000,
      limit: 518_400,
    } as const
    const [refusal] = refused({ code: 'invalid', issues: [issue] })

    expect(refusal?.place).toBe('schedule.time')
    expect(refusal?.error.message).toMatch(/The latest possible time is Sun.*29.* UTC\.$/)
  })

  it('places a complaint about a whole list on the list', () => {
    const issue = {
      field: 'attributes',
      code: 'attributes-too-large',
      actual: 40_000,
      limit: 32_768,
    } as const
    expect(refused({ code: 'invalid', issues: [issue] })).toMatchObject([{ place: 'attributes' }])
  })

  it('marks the destination that is gone, and the link to another agent’s contact', () => {
    expect(refused({ code: 'destination-gone', issues: [] })).toEqual([
      { place: 'destination', error: { message: words.failure.words('destination-gone') } },
    ])
    expect(refused({ code: 'not-your-contact', issues: [] })).toEqual([
      { place: 'link', error: { message: words.failure.words('not-your-contact') } },
    ])
  })

  it('does not tell the agent to choose another destination where the organisation has set it', () => {
    const fieldRules = { destination: { default: { type: 'flow', flowId: 'f' }, isLocked: true } } as const
    const refusal = { code: 'destination-gone', outcome: 'not-created', issues: [] } as const

    expect(refusalErrors(refusal, draft, { ...known, fieldRules }, words)).toEqual([
      { place: 'destination', error: { message: words.destinations.lost } },
    ])
  })

  it('leaves out a field of a newer proxy, and places a row that was not typed on its list', () => {
    expect(
      refused({
        code: 'invalid',
        issues: [
          { field: 'something.new', code: 'field-required' },
          { field: 'attributes.7.value', code: 'field-locked' },
        ],
      }),
    ).toMatchObject([{ place: 'attributes', error: { type: 'field-locked' } }])
  })

  it('marks nothing when the failure is about no field', () => {
    expect(refused({ code: 'throttled', issues: [] })).toEqual([])
  })
})
