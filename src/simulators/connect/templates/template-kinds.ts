import type { StartTaskRequest } from '../members/start-task-members.ts'
import type { TaskReference } from '../members/task-references.ts'
import type { TemplateField } from './task-template.ts'

/** How a request carries the value of a field of one type. */
interface TemplateKind {
  /** The value as a text; undefined if the request has none. */
  readonly valueIn: (request: StartTaskRequest, field: TemplateField) => string | undefined
  /** For fields that are references of a type. */
  readonly reference?: TaskReference['type']
  /** What the service expects of a value beyond the rules of its reference, for an error message. */
  readonly mistake?: (value: string, field: TemplateField) => string | undefined
}

const referenceTo = (request: StartTaskRequest, { name }: TemplateField) =>
  Object.hasOwn(request.references, name) ? request.references[name] : undefined

const asReference = (reference: TaskReference['type'], mistake?: TemplateKind['mistake']): TemplateKind => ({
  valueIn: (request, field) => referenceTo(request, field)?.value,
  reference,
  ...(mistake && { mistake }),
})

/** "Must be fewer than 512 characters" (Connect API, `UpdateContactTaskTemplate`), counted as Smithy counts. */
const fewerThan = (limit: number) => (value: string) =>
  Array.from(value).length < limit ? undefined : `must have fewer than ${limit} characters`

const asNumber = (value: number | undefined) => (value === undefined ? undefined : String(value))

/** Types that are not in the table are types of the future. */
export const templateKinds: ReadonlyMap<string, TemplateKind> = new Map<string, TemplateKind>([
  ['NAME', { valueIn: ({ name }) => name }],
  ['DESCRIPTION', { valueIn: ({ description }) => description }],
  ['SCHEDULED_TIME', { valueIn: ({ scheduledTime }) => asNumber(scheduledTime) }],
  ['QUICK_CONNECT', { valueIn: ({ quickConnectId }) => quickConnectId }],
  ['EXPIRY_DURATION', { valueIn: ({ expiryMinutes }) => asNumber(expiryMinutes) }],
  ['SELF_ASSIGN', { valueIn: ({ assignmentType }) => (assignmentType === undefined ? undefined : 'true') }],
  ['TEXT', asReference('STRING', fewerThan(512))],
  ['TEXT_AREA', asReference('STRING', fewerThan(4_096))],
  [
    'BOOLEAN',
    asReference('STRING', (value) => (/^(true|false)$/.test(value) ? undefined : 'must be true or false')),
  ],
  [
    'SINGLE_SELECT',
    asReference('STRING', (value, { options = [] }) =>
      options.includes(value) ? undefined : 'must be one of the options',
    ),
  ],
  ['NUMBER', asReference('NUMBER')],
  ['DATE_TIME', asReference('DATE')],
  ['URL', asReference('URL')],
  ['EMAIL', asReference('EMAIL')],
])

/** A future type is taken for a reference of any type. */
export const futureKind: TemplateKind = { valueIn: (request, field) => referenceTo(request, field)?.value }

export const referenceTypeIn = (request: StartTaskRequest, field: TemplateField) =>
  referenceTo(request, field)?.type
