import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import type { TaskDraft } from '../../../core/task/task-parts.ts'
import type { TaskTemplate, TemplateField } from '../../../core/templates/template.ts'
import { timeZoneOf } from '../../../core/time/zoned-time.ts'
import { readDraft } from '../../../core/creating/prepare.ts'
import { carryOver, type ShelvedValues } from './carry-over.ts'
import { draftRules } from './draft-rules.ts'
import type { FormRules } from './form-rules.ts'

const template = (templateId: string, ...fields: readonly TemplateField[]): TaskTemplate => ({
  templateId,
  name: templateId,
  hasFlow: true,
  canSelfAssign: false,
  revision: 'r1',
  fields,
})
const formOf = (chosen: TaskTemplate) =>
  draftRules({ policy: {}, reading: { templateId: chosen.templateId, template: chosen }, host: {} })
const noForm = draftRules({ policy: {}, host: {} })

const refund = formOf(
  template(
    'refund',
    { name: 'Task name', type: 'NAME', default: 'Refund' },
    { name: 'Order', type: 'TEXT' },
    { name: 'Amount', type: 'NUMBER' },
    { name: 'Priority', type: 'SINGLE_SELECT', options: ['Low', 'High'], default: 'Low' },
    { name: 'Source', type: 'TEXT', isReadOnly: true, default: 'panel' },
  ),
)
const complaint = formOf(
  template(
    'complaint',
    { name: 'Task name', type: 'NAME', default: 'Complaint' },
    { name: 'Order', type: 'TEXT' },
    { name: 'Amount', type: 'TEXT' },
    { name: 'Priority', type: 'SINGLE_SELECT', options: ['Low', 'High'], default: 'High' },
  ),
)

const given = (draft: TaskDraft, values: Readonly<Record<string, string>>): TaskDraft => ({
  ...draft,
  // If two rows have the same name, the form shows the first.
  references: draft.references.map((row, index) => {
    const isFirst = draft.references.findIndex(({ name }) => name === row.name) === index
    return isFirst ? { ...row, value: values[row.name] ?? row.value } : row
  }),
})
const valuesOf = ({ references }: TaskDraft) => references.map(({ name, type, value }) => [name, type, value])

/** An agent who goes from form to form. */
function agentAt(first: FormRules, draft: TaskDraft) {
  const shelved: ShelvedValues = new Map()
  let [before, held] = [first, draft]
  return {
    goTo: (after: FormRules) => {
      held = carryOver(held, { before, after, shelved })
      before = after
      return held
    },
    give: (values: Readonly<Record<string, string>>) => {
      held = given(held, values)
    },
  }
}

describe('carryOver()', () => {
  it('brings the presets of the form, and leaves what the agent has typed', () => {
    const typed = { ...emptyDraft, description: 'She waits' }
    const draft = agentAt(noForm, typed).goTo(refund)

    expect(draft).toMatchObject({ name: 'Refund', description: 'She waits' })
    expect(valuesOf(draft)).toEqual([
      ['Order', 'STRING', ''],
      ['Amount', 'NUMBER', ''],
      ['Priority', 'STRING', 'Low'],
      ['Source', 'STRING', 'panel'],
    ])
    expect(agentAt(noForm, { ...typed, name: 'Hers' }).goTo(refund).name).toBe('Hers')
  })

  it('keeps values by the name and the type of their field, and presets that the agent has not changed give way', () => {
    const agent = agentAt(noForm, emptyDraft)
    agent.goTo(refund)
    agent.give({ Order: '48213', Amount: '15' })
    const draft = agent.goTo(complaint)

    expect(draft.name).toBe('Complaint')
    expect(valuesOf(draft)).toEqual([
      ['Order', 'STRING', '48213'],
      ['Amount', 'STRING', ''],
      ['Priority', 'STRING', 'High'],
      ['Amount', 'NUMBER', '15'],
    ])
  })

  it('sends no value that has no field in the form', () => {
    const agent = agentAt(noForm, emptyDraft)
    agent.goTo(refund)
    agent.give({ Order: '48213', Amount: '15' })
    const draft = agent.goTo(complaint)
    const setting = {
      timeZone: timeZoneOf('Europe/London'),
      scheduleHorizonDays: 6,
      fieldRules: complaint.fields,
    }

    expect(readDraft(draft, setting).request.references.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'Order STRING',
      'Priority STRING',
    ])
  })

  it('gives all values back in the form that the agent comes back to', () => {
    const agent = agentAt(noForm, emptyDraft)
    agent.goTo(refund)
    agent.give({ Order: '48213', Amount: '15', Priority: 'High' })
    agent.goTo(complaint)
    agent.give({ Order: '9', Amount: 'all of it' })

    expect(valuesOf(agent.goTo(refund))).toEqual([
      ['Order', 'STRING', '9'],
      ['Amount', 'NUMBER', '15'],
      ['Priority', 'STRING', 'High'],
      ['Source', 'STRING', 'panel'],
      ['Amount', 'STRING', 'all of it'],
    ])
  })

  it('leaves only what the agent gave as references of a task without a form', () => {
    const agent = agentAt(noForm, emptyDraft)
    agent.goTo(refund)
    agent.give({ Amount: '15' })
    const draft = agent.goTo(noForm)

    expect(draft.name).toBe('')
    expect(valuesOf(draft)).toEqual([['Amount', 'NUMBER', '15']])
  })

  it('keeps the values when the same template has changed', () => {
    const agent = agentAt(noForm, emptyDraft)
    agent.goTo(refund)
    agent.give({ Order: '48213' })
    const changed = formOf(
      template('refund', { name: 'Order', type: 'NUMBER' }, { name: 'Reason', type: 'TEXT_AREA' }),
    )

    expect(valuesOf(agent.goTo(changed))).toEqual([
      ['Order', 'NUMBER', ''],
      ['Reason', 'STRING', ''],
      ['Order', 'STRING', '48213'],
    ])
  })
})

describe('draftRules() with a template', () => {
  const policy = { destination: { default: { type: 'template', templateId: 'refund' } } } as const

  it('begins a new draft with the form only where the rules choose its template', () => {
    expect(refund.blank).toEqual(emptyDraft)
    expect(valuesOf(refund.presets)).toHaveLength(4)
    const { template: read } = refund
    const preset = draftRules({
      policy,
      reading: read ? { templateId: 'refund', template: read } : {},
      host: {},
    })
    expect(preset.blank).toMatchObject({ destination: 'template:refund', name: 'Refund' })
    expect(valuesOf(preset.blank)).toHaveLength(4)
  })

  it('shows no list of references beside the form, also while that is on its way', () => {
    expect(refund.access('references')).toBe('hidden')
    expect(draftRules({ policy: {}, reading: { templateId: 'refund' }, host: {} }).access('references')).toBe(
      'hidden',
    )
    expect(noForm.access('references')).toBe('editable')
  })
})
