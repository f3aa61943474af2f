import { destinationKey } from '../fields/destination-key.ts'
import { isBlank } from '../text/text.ts'
import { emptyDraft, sameDraft } from '../task/task-draft.ts'
import type { FieldRules, TaskDraft } from '../task/task-parts.ts'
import { blankDraft, draftUnder } from '../task/task-rules.ts'
import { withParts } from '../task/with-parts.ts'
import { filledText, type ContactFacts } from './placeholders.ts'
import type { Preset, PresetTask } from './preset.ts'
import { scheduleOfStart, type StartCircumstances } from './preset-start.ts'

/** The fields that a preset can fill in, in the order of the form. All other fields belong to one task. */
const presetFields = [
  'name',
  'description',
  'destination',
  'schedule',
  'references',
  'attributes',
] as const satisfies readonly (keyof TaskDraft)[]

export type PresetField = (typeof presetFields)[number]

export interface PresetCircumstances extends StartCircumstances {
  readonly rules: FieldRules
  readonly facts: ContactFacts
}

export interface AppliedPreset {
  /** The draft with the whole preset. */
  readonly draft: TaskDraft
  /** The draft with only those parts of the preset that replace no typed text. */
  readonly gentle: TaskDraft
  /** The fields in which the preset replaces what the agent has typed, in the order of the form. */
  readonly replaced: readonly PresetField[]
}

/** The preset's rows, and those of the draft that have other names. */
function rowsWith<Row extends { readonly value: string }>(
  mine: readonly Row[],
  theirs: readonly Row[],
  nameOf: (row: Row) => string,
) {
  const names = new Set(theirs.map(nameOf))
  const own = new Map(mine.map((row) => [nameOf(row), row]))
  return [
    ...mine.filter((row) => !names.has(nameOf(row))),
    // A row without a value only asks for one.
    ...theirs.map((row) => (row.value === '' ? (own.get(nameOf(row)) ?? row) : row)),
  ]
}

/**
 * A value of the contact may have several lines, but the name of a task has one. Do not match spaces in the pattern: it would
 * take seconds for many spaces.
 */
const oneLine = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .join(' ')

/** One line for each field of a draft that a preset can fill in. */
function fieldsOf(
  task: PresetTask,
  mine: TaskDraft,
  circumstances: PresetCircumstances,
): Readonly<Record<PresetField, Partial<TaskDraft>>> {
  const fill = (text: string) => filledText(text, circumstances.facts)
  const filled = <Row extends { readonly value: string }>(row: Row): Row => ({
    ...row,
    value: fill(row.value),
  })
  const { name, description, destination, start, references, attributes } = task
  return {
    name: name === undefined ? {} : { name: oneLine(fill(name)) },
    description: description === undefined ? {} : { description: fill(description) },
    destination: destination ? { destination: destinationKey(destination) } : {},
    schedule: start ? { schedule: scheduleOfStart(start, circumstances) } : {},
    references: references
      ? { references: rowsWith(mine.references, references.map(filled), (row) => row.name) }
      : {},
    attributes: attributes
      ? { attributes: rowsWith(mine.attributes, attributes.map(filled), ({ key }) => key) }
      : {},
  }
}

const isSame = (field: keyof TaskDraft, one: TaskDraft, other: TaskDraft): boolean =>
  sameDraft({ ...emptyDraft, [field]: one[field] }, { ...emptyDraft, [field]: other[field] })

interface NamedRow {
  readonly name: string
  readonly value: string
}

/** True if a row with the agent's value would get another value. */
const changesRow = (before: readonly NamedRow[], after: readonly NamedRow[]): boolean =>
  before.some(
    ({ name, value }) => !isBlank(value) && !after.some((row) => row.name === name && row.value === value),
  )

const attributeRows = ({ attributes }: TaskDraft): readonly NamedRow[] =>
  attributes.map(({ key, value }) => ({ name: key, value }))

/** True if the agent has typed a value in the field and the other draft has another one. */
function replaces(field: PresetField, before: TaskDraft, after: TaskDraft, blank: TaskDraft): boolean {
  if (isSame(field, before, after) || isSame(field, before, blank)) return false
  if (field === 'references') return changesRow(before.references, after.references)
  if (field === 'attributes') return changesRow(attributeRows(before), attributeRows(after))
  if (field === 'schedule') return before.schedule.when === 'later'
  const value = before[field]
  return typeof value !== 'string' || !isBlank(value)
}

/** A draft with a preset. Fields that the rules fix keep what the rules say. */
export function applyPreset(
  draft: TaskDraft,
  { task }: Preset,
  circumstances: PresetCircumstances,
): AppliedPreset {
  const { rules } = circumstances
  const whole = draftUnder(withParts(draft, Object.values(fieldsOf(task, draft, circumstances))), rules)
  const blank = blankDraft(rules)
  const replaced = presetFields.filter((field) => replaces(field, draft, whole, blank))
  const kept = replaced.map((field) => ({ [field]: draft[field] }))
  return { draft: whole, gentle: draftUnder(withParts(whole, kept), rules), replaced }
}
