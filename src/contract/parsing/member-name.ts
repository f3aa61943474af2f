import { shortened } from '../../core/text/text.ts'

/** UTF-16 units of one name. A key of a record may be any text of any length. */
const nameUnitLimit = 100

/** `contacts[0].channel`, as a developer would write it; a name with other signs in it is quoted. */
export function memberName(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path.map((part) => (isPlain(part) ? `.${String(part)}` : `[${quoted(part)}]`))
  return first === undefined ? 'It' : [first.replace(/^\./, ''), ...rest].join('')
}

const isPlain = (part: PropertyKey) =>
  typeof part === 'string' && part.length <= nameUnitLimit && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(part)

const quoted = (part: PropertyKey) =>
  typeof part === 'number' ? String(part) : JSON.stringify(shortened(String(part), nameUnitLimit))
