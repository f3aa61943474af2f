import { attributeIssues, type Attribute } from './fields/attributes.ts'
import type { Channel } from './contact.ts'
import { destinationIssues, type Destination } from './fields/destination.ts'
import type { FieldRules } from './field-rules.ts'
import { applyFieldRules, fieldRuleIssues } from './field-rules-request.ts'
import { tooLong, type TaskIssue } from './issues.ts'
import { descriptionScalarLimit, nameScalarLimit } from './limits.ts'
import { linkIssues, type Link } from './fields/link.ts'
import { connectReferenceValue, referenceIssues } from './fields/references.ts'
import type { ReferenceType } from './fields/reference-types.ts'
import { timingIssues, wholeSeconds } from './fields/schedule.ts'
import type { TaskRequest } from './task-request.ts'
import { isBlank, isFarLonger, isWellFormed, scalarLength } from './text.ts'

/** A task that Connect would take: only {@link checkTask} makes one. */
export interface Task {
  readonly name: string
  readonly description?: string
  readonly destination: Destination
  readonly link?: Link
  readonly references: ReadonlyMap<string, { readonly type: ReferenceType; readonly value: string }>
  readonly attributes: ReadonlyMap<string, string>
  /** Whole seconds. */
  readonly scheduledTime?: Date
  readonly expiryMinutes?: number
}

/** What the rules need to know beside the request. */
export interface Circumstances {
  readonly now: Date
  readonly scheduleHorizonDays: number
  /** What the organisation asks beside Connect. */
  readonly fieldRules?: FieldRules
  /** The contact the task is linked to, as far as it could be read. */
  readonly linkedContact?: {
    readonly channel?: Channel
    readonly attributes?: readonly Attribute[]
    /** Of attributes that are not among them. */
    readonly hiddenBytes?: number
  }
}

export type TaskCheck =
  | { readonly ok: true; readonly task: Task }
  | { readonly ok: false; readonly issues: readonly TaskIssue[] }

function nameIssues(name: string): TaskIssue[] {
  if (!isFarLonger(name, nameScalarLimit)) {
    if (isBlank(name)) return [{ field: 'name', code: 'name-missing' }]
    if (!isWellFormed(name)) return [{ field: 'name', code: 'text-not-unicode' }]
  }
  return tooLong('name', 'name-too-long', scalarLength(name), nameScalarLimit)
}

function descriptionIssues(description: string): TaskIssue[] {
  if (!isFarLonger(description, descriptionScalarLimit) && !isWellFormed(description))
    return [{ field: 'description', code: 'text-not-unicode' }]
  return tooLong('description', 'description-too-long', scalarLength(description), descriptionScalarLimit)
}

/** Every rule of Connect that concerns a task, in the order of the form, and then those of the organisation. */
export function checkTask(asked: TaskRequest, circumstances: Circumstances): TaskCheck {
  const { now, scheduleHorizonDays, linkedContact, fieldRules = {} } = circumstances
  const request = applyFieldRules(asked, fieldRules)
  const inherited = request.link ? (linkedContact?.attributes ?? []) : []
  const hiddenBytes = request.link ? linkedContact?.hiddenBytes : undefined
  const ruled = fieldRuleIssues(request, fieldRules, linkedContact?.channel)
  const asRequired = new Set(ruled.filter(({ code }) => code === 'field-required').map(({ field }) => field))
  const found = [
    ...nameIssues(request.name),
    ...descriptionIssues(request.description ?? ''),
    ...destinationIssues(request.destination),
    ...timingIssues(request, now, scheduleHorizonDays),
    ...linkIssues(request.link, linkedContact?.channel),
    ...referenceIssues(request.references),
    ...attributeIssues(request.attributes, inherited, hiddenBytes),
  ]
  // Connect's word for a value that is missing may be to remove its row, which a rule wants to stay.
  const issues = [...found.filter(({ field }) => !asRequired.has(field)), ...ruled]
  const { destination } = request
  if (issues.length > 0 || !destination) return { ok: false, issues }
  return { ok: true, task: taskOf(request, destination) }
}

function taskOf(request: TaskRequest, destination: Destination): Task {
  const { name, description, link, references, attributes, scheduledTime, expiryMinutes } = request
  return {
    name,
    ...(description ? { description } : {}),
    destination,
    ...(link ? { link } : {}),
    references: new Map(
      references.map((reference) => [
        reference.name,
        { type: reference.type, value: connectReferenceValue(reference) },
      ]),
    ),
    attributes: new Map(attributes.map(({ key, value }) => [key, value])),
    ...(scheduledTime ? { scheduledTime: wholeSeconds(scheduledTime) } : {}),
    ...(expiryMinutes === undefined ? {} : { expiryMinutes }),
  }
}
