import { descriptionScalarLimit } from '../../../core/fields/description.ts'
import { expiryMinutesLimit } from '../../../core/fields/expiry/expiry-minutes.ts'
import { nameScalarLimit } from '../../../core/fields/name.ts'
import { referencesByteLimit } from '../../../core/fields/references/reference.ts'
import type { StartTaskRequest } from '../task/start-task-request.ts'
import { isOfType, type TaskReference } from '../members/task-references.ts'
import type { TemplateField } from './task-template.ts'

/** How a request carries the value of a field of one type. */
interface TemplateKind {
  /** The value as a text; undefined if the request has none. */
  readonly valueIn: (request: StartTaskRequest, field: TemplateField) => string | undefined
  /** Why a value is not valid, in words that follow the name of the field. */
  readonly mistakeIn?: (value: string, field: TemplateField) => string | undefined
  /** For fields that are references of a type. */
  readonly reference?: TaskReference['type']
  /** AWS does not document the format of defaults. A default that no task can have counts as no default. */
  readonly readDefault: (text: string, field: TemplateField) => string | undefined
}

const referenceTo = (request: StartTaskRequest, { name }: TemplateField) =>
  Object.hasOwn(request.references, name) ? request.references[name] : undefined

interface ReferenceSettings {
  readonly mistakeIn?: TemplateKind['mistakeIn']
  readonly canonical?: (text: string) => string
}

function asReference(
  type: TaskReference['type'],
  { mistakeIn = () => undefined, canonical = (text) => text }: ReferenceSettings = {},
): TemplateKind {
  return {
    valueIn: (request, field) => referenceTo(request, field)?.value,
    mistakeIn,
    reference: type,
    readDefault: (text, field) => {
      const value = canonical(text)
      const bytes = Buffer.byteLength(field.name) + Buffer.byteLength(value)
      const isPossible =
        isOfType(type, value) && mistakeIn(value, field) === undefined && bytes <= referencesByteLimit
      return isPossible ? value : undefined
    },
  }
}

/** "Must be fewer than 512 characters" (Connect API, `UpdateContactTaskTemplate`), counted as Smithy counts. */
const fewerThan = (limit: number) => (value: string) =>
  Array.from(value).length < limit ? undefined : `must have fewer than ${limit} characters`

const atMost = (limit: number) => (text: string) => (Array.from(text).length <= limit ? text : undefined)

const asNumber = (value: number | undefined) => (value === undefined ? undefined : String(value))

/** A type that is not in the table is a type that Connect may add. */
export const templateKinds: ReadonlyMap<string, TemplateKind> = new Map<string, TemplateKind>([
  ['NAME', { valueIn: ({ name }) => name, readDefault: atMost(nameScalarLimit) }],
  ['DESCRIPTION', { valueIn: ({ description }) => description, readDefault: atMost(descriptionScalarLimit) }],
  // A fixed moment would soon be in the past.
  [
    'SCHEDULED_TIME',
    { valueIn: ({ scheduledTime }) => asNumber(scheduledTime), readDefault: () => undefined },
  ],
  [
    'QUICK_CONNECT',
    {
      valueIn: ({ quickConnectId }) => quickConnectId,
      readDefault: (idOrArn) => idOrArn.slice(idOrArn.lastIndexOf('/') + 1) || undefined,
    },
  ],
  [
    'EXPIRY_DURATION',
    {
      valueIn: ({ expiryMinutes }) => asNumber(expiryMinutes),
      readDefault: (text) =>
        /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= expiryMinutesLimit
          ? String(Number(text))
          : undefined,
    },
  ],
  [
    'SELF_ASSIGN',
    {
      valueIn: ({ assignmentType }) => (assignmentType === undefined ? undefined : 'true'),
      readDefault: (text) => (text.toLowerCase() === 'true' ? 'true' : undefined),
    },
  ],
  ['TEXT', asReference('STRING', { mistakeIn: fewerThan(512) })],
  ['TEXT_AREA', asReference('STRING', { mistakeIn: fewerThan(4_096) })],
  [
    'BOOLEAN',
    asReference('STRING', {
      mistakeIn: (value) => (/^(true|false)$/.test(value) ? undefined : 'must be true or false'),
      canonical: (text) => text.toLowerCase(),
    }),
  ],
  [
    'SINGLE_SELECT',
    asReference('STRING', {
      mistakeIn: (value, { options = [] }) =>
        options.includes(value) ? undefined : 'must be one of the options',
    }),
  ],
  ['NUMBER', asReference('NUMBER')],
  ['DATE_TIME', asReference('DATE', { canonical: asEpochSeconds })],
  ['URL', asReference('URL')],
  ['EMAIL', asReference('EMAIL')],
])

/** As epoch seconds, or as an ISO instant. */
function asEpochSeconds(text: string) {
  return /^\d{4}-\d\d-\d\dT/.test(text) ? String(Math.floor(Date.parse(text) / 1_000)) : text
}

/** A field of an unknown type is read as a reference of any type. */
export const futureKind: Pick<TemplateKind, 'valueIn'> = {
  valueIn: (request, field) => referenceTo(request, field)?.value,
}

export const referenceTypeIn = (request: StartTaskRequest, field: TemplateField) =>
  referenceTo(request, field)?.type
