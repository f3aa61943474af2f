import {
  referencesByteLimit,
  referenceTextLimit,
  referenceTypes,
} from '../../../core/fields/references/reference.ts'
import { parsedUrl } from '../../../core/text/parsed-url.ts'
import type { InstanceReference } from '../../instance/instance.ts'
import { invalidParameter } from '../wire/service-error.ts'
import { asChoice, asMembers, asText, type Members, nested, optionalText } from '../wire/wire-members.ts'

export type TaskReference = InstanceReference

/** The end of the year 9999 in any time zone (24 hours after UTC's). A larger number was written in milliseconds. */
const lastDate = 253_402_387_199

/** Connect refuses ATTACHMENT and the types that only Connect writes (Connect API, `References`). */
const fits: Record<TaskReference['type'], (value: string) => boolean> = {
  URL: isWebAddress,
  NUMBER: (value) => /^-?\d+(\.\d+)?$/.test(value),
  STRING: () => true,
  DATE: (value) => /^-?\d+$/.test(value) && Number(value) <= lastDate,
  EMAIL: (value) => /^[^\s@]+@[^\s@]+$/.test(value),
}

/** Whether Connect takes the value for a reference of the type. */
export const isOfType = (type: TaskReference['type'], value: string) => fits[type](value)

export function readReferences(body: Members): Record<string, TaskReference> {
  const references = [...nested(body, 'References')].map(([name, value]) => readReference(name, value))
  const bytes = references.reduce(
    (sum, [name, { value }]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value),
    0,
  )
  if (bytes > referencesByteLimit) {
    throw invalidParameter(`References must have at most ${referencesByteLimit} bytes, not ${bytes}.`)
  }
  return Object.fromEntries(references)
}

function readReference(name: string, entry: unknown): [string, TaskReference] {
  asText(name, 'A key of References', { min: 1, max: referenceTextLimit })
  const members = asMembers(entry, `References.${name}`)
  const type = asChoice(members.get('Type'), `References.${name}.Type`, referenceTypes)
  const value = optionalText(members, 'Value', { max: referenceTextLimit }) ?? ''
  if (!isOfType(type, value)) throw invalidParameter(`References.${name}.Value is not a valid ${type}.`)
  return [name, { type, value }]
}

function isWebAddress(value: string) {
  return /^https?:\/\/\S+$/i.test(value) && parsedUrl(value) !== undefined
}
