import { textExcess, type RowFault } from '../../issues/row-issues.ts'
import { mimeTypeExtension } from './file-types.ts'

/** Unicode scalar values in the name of a file (Connect API, `FileName`). */
export const fileNameLimit = 256

/**
 * Connect's pattern for names is `^\P{C}*$`, so it refuses control, format (such as a right-to-left override), surrogate,
 * private-use and unassigned characters. `/` and `\` separate paths. U+2028 and U+2029 break the line.
 */
const refused = /[\p{C}/\\\u2028\u2029]/u
const eachRefused = /[\p{C}/\\\u2028\u2029]/gu
const unseenFormat = /\p{Cf}/gu

/** Some programs and stores remove spaces and dots at the ends of names, or hide the file. */
const idleAtEnds = /[\p{White_Space}.]/u

/** Connect: letters, digits, `-` and `_`, at most ten (API, `Extension`). */
const extensionPattern = /\.([A-Za-z0-9_-]{1,10})$/

/** The extension of a name in lower case, without its dot; empty where the name has none. */
export const extensionOf = (name: string): string =>
  extensionPattern.exec(name.slice(-(1 + extensionLimit)))?.[1]?.toLowerCase() ?? ''

const extensionLimit = 10

const lastCharacter = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? ''
const firstCharacter = (text: string): string => Array.from(text.slice(0, 2)).at(0) ?? ''

/** The mistake in the name of a file. Undefined if the name is valid. */
export function fileNameFault(name: string): RowFault | undefined {
  const tooLong = textExcess('file-name-too-long', name, fileNameLimit)
  if (tooLong) return tooLong
  const at = name.search(refused)
  if (at !== -1) return { code: 'file-name-invalid', text: name, at }
  const [first, last] = [firstCharacter(name), lastCharacter(name)]
  if (name === '') return 'file-name-missing'
  if (idleAtEnds.test(first) || idleAtEnds.test(last)) return 'file-name-ends'
  return extensionOf(name) === '' ? 'file-extension-missing' : undefined
}

/** A loop, because a regular expression for the end of a text would start again at each space inside it. */
function withoutIdleEnds(text: string): string {
  const characters = Array.from(text)
  const start = characters.findIndex((each) => !idleAtEnds.test(each))
  if (start === -1) return ''
  const end = characters.findLastIndex((each) => !idleAtEnds.test(each))
  return characters.slice(start, end + 1).join('')
}

const withoutIdleEnd = (text: string): string => {
  const characters = Array.from(text)
  return characters.slice(0, characters.findLastIndex((each) => !idleAtEnds.test(each)) + 1).join('')
}

/**
 * A name that Connect accepts, as close as possible to this one. It keeps the extension. A name without one gets the extension
 * of the file's MIME type.
 *
 *     safeFileName('a/b\u202Efdp.exe')  // 'a_bfdp.exe'
 */
export function safeFileName(name: string, type = ''): string {
  if (!fileNameFault(name)) return name
  const seen = withoutIdleEnd(name.replaceAll(unseenFormat, '').replaceAll(eachRefused, '_'))
  const found = extensionPattern.exec(seen)
  const extension = found?.[1] ?? mimeTypeExtension(type)
  const stem = withoutIdleEnds(found ? seen.slice(0, found.index) : seen)
  const room = fileNameLimit - extension.length - 1
  const short = withoutIdleEnds(Array.from(stem).slice(0, room).join(''))
  return `${short === '' ? 'file' : short}.${extension}`
}
