import { expiryMinutesLimit } from '../../../core/fields/expiry/expiry-minutes.ts'
import { invalidParameter } from '../wire/service-error.ts'
import { asChoice, asInteger, asMembers, asText, type Members, nested } from '../wire/wire-members.ts'

const known: ReadonlySet<string> = new Set([
  'connect:CreatedByUser',
  'connect:ContactExpiry',
  'connect:AssignmentType',
])

/** Reads the system segment attributes of a task. The simulator has no user-defined ones. */
export function readSegmentAttributes(body: Members) {
  const attributes = nested(body, 'SegmentAttributes')
  const unknown = [...attributes.keys()].find((key) => !known.has(key))
  if (unknown !== undefined) throw invalidParameter(`SegmentAttributes has an unknown key: ${unknown}.`)
  return {
    createdByUser: readCreator(attributes),
    expiryMinutes: readExpiry(attributes),
    assignmentType: readAssignment(attributes),
  }
}

function readCreator(attributes: Members) {
  const creator = attributes.get('connect:CreatedByUser') ?? undefined
  return creator === undefined
    ? undefined
    : asText(only('ValueString', creator), 'connect:CreatedByUser', { max: 1_024 })
}

function readExpiry(attributes: Members) {
  const expiry = attributes.get('connect:ContactExpiry') ?? undefined
  if (expiry === undefined) return undefined
  const minutes = only('ValueInteger', only('ExpiryDuration', only('ValueMap', expiry)))
  return asInteger(minutes, 'ExpiryDuration', { min: 1, max: expiryMinutesLimit })
}

function readAssignment(attributes: Members) {
  const assignment = attributes.get('connect:AssignmentType') ?? undefined
  return assignment === undefined
    ? undefined
    : asChoice(only('ValueString', assignment), 'connect:AssignmentType', ['SELF'] as const)
}

/** A segment attribute's value is a union: exactly one member is set, and it must be `name`. */
export function only(name: string, value: unknown): unknown {
  const members = asMembers(value, 'A segment attribute')
  const found = members.get(name) ?? undefined
  if (found === undefined || members.size !== 1)
    throw invalidParameter(`A segment attribute must have ${name} alone.`)
  return found
}
