import { describe, expect, it } from 'vitest'
import { checkTask } from '../creating/check-task.ts'
import { prepare } from '../creating/prepare.ts'
import { blankDraft, draftUnder, mergeFieldRules } from '../task/task-rules.ts'
import type { TaskRequest } from '../task/task-parts.ts'
import { timeZoneOf } from '../time/zoned-time.ts'
import {
  constraintSets,
  fieldSamples,
  templateWith,
  type Constraints,
  type FieldSample,
} from './template-fields-harness.ts'
import { templateRules } from './template-rules.ts'
import type { TaskTemplate } from './template.ts'

const now = new Date('2026-11-29T12:00:00Z')

const plain: TaskRequest = {
  name: 'Call back',
  destination: { type: 'template', templateId: 't' },
  references: [],
  attributes: [],
}

const emptied = ({ type }: FieldSample): TaskRequest => (type === 'NAME' ? { ...plain, name: '' } : plain)

const rulesOf = (template: TaskTemplate) => mergeFieldRules({}, templateRules(template), {})

function judged(sample: FieldSample, template: TaskTemplate, asked: string | undefined): string {
  const request = asked === undefined ? emptied(sample) : sample.asking(plain, asked)
  const check = checkTask(request, { now, scheduleHorizonDays: 6, fieldRules: rulesOf(template) })
  if (check.ok) return `sent: ${sample.sentIn(check.task)}`
  return check.issues.map(({ code }) => code).join(', ')
}

/** Where the template fixes the value, of which none is the default where there is none. */
const isFixed = (
  { isNeeded }: FieldSample,
  { isRequired, isReadOnly, isInvisible }: Constraints,
  hasDefault: boolean,
): boolean => (isReadOnly ?? isInvisible ?? false) && (hasDefault || !(isRequired ?? isNeeded ?? false))

const defaults = ['no', 'a valid', 'a broken'] as const

const matrix = fieldSamples.flatMap((sample) =>
  constraintSets.flatMap((constraints) =>
    defaults.map((preset) => ({
      sample,
      type: sample.type,
      called: constraints.called,
      constraints,
      preset,
    })),
  ),
)

describe.each(matrix)('a $type field that is $called, with $preset default', (cell) => {
  const { sample, constraints, preset } = cell
  const written = { no: undefined, 'a valid': sample.preset.written, 'a broken': sample.broken }[preset]
  const template = templateWith(sample, constraints, written)
  const hasDefault = preset === 'a valid'
  const fixed = isFixed(sample, constraints, hasDefault)
  const isAsked = constraints.isRequired ?? sample.isNeeded ?? false

  it('without a value', () => {
    const value = fixed && hasDefault ? sample.preset.sent : undefined
    const expected = isAsked && !fixed ? sample.missing : `sent: ${value}`

    expect(judged(sample, template, undefined)).toBe(expected)
  })

  it('with a value of the agent’s', () => {
    const isSame = hasDefault && sample.own.sent === sample.preset.sent
    const refused = hasDefault ? sample.locked : sample.lockedToNone
    const expected = fixed && !isSame ? refused : `sent: ${sample.own.sent}`

    expect(judged(sample, template, sample.own.asked)).toBe(expected)
  })

  it('with its default as the value', () => {
    const expected = fixed && !hasDefault ? sample.lockedToNone : `sent: ${sample.preset.sent}`

    expect(judged(sample, template, sample.preset.asked)).toBe(expected)
  })

  it.each(sample.wrong)('with the wrong value %.20j', (asked, code) => {
    // References that are too large are refused before they are judged one by one.
    const isJudged = code !== 'references-too-large'

    expect(judged(sample, template, asked)).toContain(
      fixed && !hasDefault && isJudged ? sample.lockedToNone : code,
    )
  })

  it('in a new draft has its default, and never a value that the agent cannot change and Connect refuses', () => {
    const fieldRules = rulesOf(template)
    const begun = { ...blankDraft(fieldRules), destination: 'template:t' }
    const named = sample.isNeeded ? begun : { ...begun, name: 'Call back' }
    const circumstances = { now, scheduleHorizonDays: 6, fieldRules, timeZone: timeZoneOf('Europe/London') }
    const prepared = prepare(draftUnder(named, fieldRules), circumstances)
    const check = prepared.ok ? checkTask(prepared.request, circumstances) : prepared
    const seen = check.ok
      ? `sent: ${sample.sentIn(check.task)}`
      : check.issues.map(({ code }) => code).join(', ')
    const isAskedFor = isAsked && !hasDefault

    expect(seen).toBe(
      isAskedFor
        ? sample.missing === 'reference-required'
          ? 'field-required'
          : sample.missing
        : `sent: ${hasDefault ? sample.preset.sent : undefined}`,
    )
  })
})
