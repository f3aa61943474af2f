/** The fields of the request for a task that can be wrong as a whole. */
export const fieldsOfTask = [
  'name',
  'description',
  'destination',
  'link',
  'references',
  'attachments',
  'attributes',
  'scheduledTime',
  'expiryMinutes',
] as const

/** The fields of the request for a text message that can be wrong as a whole. */
export const fieldsOfMessage = [
  'channel',
  'from',
  'to',
  'text',
  'template',
  'templateValues',
  'flow',
  'displayName',
  'duration',
  'link',
  'attributes',
  'consent',
] as const

export type FieldOfTask = (typeof fieldsOfTask)[number]
export type FieldOfMessage = (typeof fieldsOfMessage)[number]

export const isFieldOfTask = (field: WholeField): field is FieldOfTask =>
  fieldsOfTask.some((each) => each === field)

/** Every field that can be wrong as a whole. */
export const wholeFields: readonly WholeField[] = [...new Set([...fieldsOfTask, ...fieldsOfMessage])]

export type WholeField = FieldOfTask | FieldOfMessage

/** One member of one row of a list. Rows are counted from 0. */
interface PathInto<List extends string, Member extends string> {
  readonly list: List
  readonly row: number
  readonly member: Member
}

/** Reads a path into a list. Undefined for a member that its rows do not have. */
const rowsOf =
  <const List extends string, const Member extends string>(list: List, members: readonly Member[]) =>
  (row: number, text: string): PathInto<List, Member> | undefined => {
    const member = members.find((known) => known === text)
    return member && { list, row, member }
  }

/** The lists of a request, each with the members of a row that can be wrong. */
const lists = {
  references: rowsOf('references', ['name', 'value']),
  attachments: rowsOf('attachments', ['file']),
  attributes: rowsOf('attributes', ['key', 'value']),
  templateValues: rowsOf('templateValues', ['name', 'value']),
}

export type ListName = keyof typeof lists

export type RowPath = NonNullable<ReturnType<(typeof lists)[ListName]>>

/** The place in a request, or in a draft, that an issue is about. */
export type FieldPath = WholeField | RowPath

export const isRowPath = (path: FieldPath): path is RowPath => typeof path !== 'string'

/**
 * A path as text, as the API uses it.
 *
 *     formatFieldPath({ list: 'references', row: 1, member: 'name' })  // 'references.1.name'
 */
export const formatFieldPath = (path: FieldPath): string =>
  isRowPath(path) ? `${path.list}.${path.row}.${path.member}` : path

const isList = (text: string): text is ListName => Object.hasOwn(lists, text)

/** Reads a path from text. Undefined for a field that this version does not know. */
export function parseFieldPath(text: string): FieldPath | undefined {
  const [, list = '', digits, member = ''] = /^([a-zA-Z]+)\.(\d+)\.([a-z]+)$/.exec(text) ?? []
  if (isList(list)) return lists[list](Number(digits), member)
  return wholeFields.find((field) => field === text)
}
