import { describe, expect, it } from 'vitest'
import { checkTask, type TaskCheck } from '../creating/check-task.ts'
import { prepare } from '../creating/prepare.ts'
import { blankDraft, draftUnder, mergeFieldRules } from '../task/task-rules.ts'
import type { TaskRequest } from '../task/task-parts.ts'
import { timeZoneOf } from '../time/zoned-time.ts'
import { templateMatrix, type FieldSample } from './template-fields-harness.ts'
import { templateRules } from './template-rules.ts'

const plain: TaskRequest = {
  name: 'Call back',
  destination: { type: 'template', templateId: 't' },
  references: [],
  attributes: [],
}

const emptied = ({ type }: FieldSample): TaskRequest => (type === 'NAME' ? { ...plain, name: '' } : plain)

const outcomeOf = (check: TaskCheck, sample: FieldSample): string =>
  check.ok ? `sent: ${sample.sentIn(check.task)}` : check.issues.map(({ code }) => code).join(', ')

describe.each(templateMatrix)('a $type field that is $called, with $preset default', (cell) => {
  const { sample, template, cases, untouched } = cell
  const circumstances = {
    now: new Date('2026-11-29T12:00:00Z'),
    scheduleHorizonDays: 6,
    fieldRules: mergeFieldRules({}, templateRules(template), {}),
  }

  it.each(cases)('with $what', ({ asked, expected }) => {
    const request = asked === undefined ? emptied(sample) : sample.asking(plain, asked)
    const outcome = outcomeOf(checkTask(request, circumstances), sample)

    // A wrong value of a fixed field also has the issue that the field is fixed.
    expect(outcome.split(', ')).toContain(expected)
  })

  it('in a new draft has its default, and no value that is refused and cannot be changed', () => {
    const begun = { ...blankDraft(circumstances.fieldRules), destination: 'template:t' }
    const named = sample.isNeeded ? begun : { ...begun, name: 'Call back' }
    const draft = draftUnder(named, circumstances.fieldRules)
    const prepared = prepare(draft, { ...circumstances, timeZone: timeZoneOf('Europe/London') })
    const check = prepared.ok ? checkTask(prepared.request, circumstances) : prepared

    expect(outcomeOf(check, sample)).toBe(untouched)
  })
})
