/** The fields of a request that can be wrong as a whole. */
export const wholeFields = [
  'name',
  'description',
  'destination',
  'link',
  'references',
  'attributes',
  'scheduledTime',
  'expiryMinutes',
] as const

export type WholeField = (typeof wholeFields)[number]

/** One member of one row of a list. Rows are counted from 0. */
export type RowPath =
  | { readonly list: 'references'; readonly row: number; readonly member: 'name' | 'value' }
  | { readonly list: 'attributes'; readonly row: number; readonly member: 'key' | 'value' }

export type ListName = RowPath['list']

/** The place in a request, or in a draft, that an issue is about. */
export type FieldPath = WholeField | RowPath

export const isRowPath = (path: FieldPath): path is RowPath => typeof path !== 'string'

/**
 * A path as the wire writes it.
 *
 *     formatFieldPath({ list: 'references', row: 1, member: 'name' })  // 'references.1.name'
 */
export const formatFieldPath = (path: FieldPath): string =>
  isRowPath(path) ? `${path.list}.${path.row}.${path.member}` : path

/** Reads the wire's form of a path; undefined for a field that this version does not know. */
export function parseFieldPath(text: string): FieldPath | undefined {
  const [, list, digits, member] = /^([a-z]+)\.(\d+)\.([a-z]+)$/.exec(text) ?? []
  const row = Number(digits)
  if (list === 'references' && (member === 'name' || member === 'value')) return { list, row, member }
  if (list === 'attributes' && (member === 'key' || member === 'value')) return { list, row, member }
  return wholeFields.find((field) => field === text)
}
