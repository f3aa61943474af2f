import { addressUnitLimit, isSafeAddress } from '../core/text/safe-address.ts'
import { words } from './environment-reading.ts'

/* The lists ALLOWED_ORIGINS and FRAME_ANCESTORS. A mistake says which entry is wrong by its place and repeats no entry. */

const wildcardPattern = /^https:\/\/\*(\.[a-z0-9-]+){2,}(:\d+)?$/i

const isOrigin = (text: string) => isSafeAddress(text) && new URL(text).origin === text

/** Why this is no origin, as the end of a sentence. */
function originMistake(text: string): string | undefined {
  // The URL parser takes a * for a name.
  if (text.includes('*') && text !== '*') return 'has a *, which is no name of a host: list each origin'
  if (isOrigin(text)) return undefined
  if (/^["'].*["']$/.test(text)) return 'is in quotation marks: remove them'
  if (text === '*') return 'would be every origin: list each one'
  if (text === 'null')
    return 'is null, which is the origin of pages from files and in sandboxes: serve them by https://'
  if (text.length > addressUnitLimit) return `is longer than ${addressUnitLimit} characters`
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return 'has no scheme: begin it with https://'
  if (!URL.canParse(text)) return 'is no address'
  const { protocol, username, password, pathname, search, hash } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return 'has another scheme than https://'
  if (username !== '' || password !== '') return 'has a user name or password: remove it'
  if (!isSafeAddress(text)) return 'begins with http://, which is only for localhost: write https://'
  if (pathname !== '/' || search !== '' || hash !== '')
    return 'has a path: end it after the host, or its port'
  if (text.endsWith('/')) return 'ends with a slash: remove it'
  return 'is not as browsers write it: in lower case, without the port 443 for https:// or 80 for http://, and with xn-- for other letters'
}

function ancestorMistake(text: string): string | undefined {
  if (text === "'self'" || wildcardPattern.test(text)) return undefined
  if (text === "'none'") return "is 'none', but the panel’s own pages frame it: leave the variable out"
  if (text.includes('*') && text !== '*')
    return 'has a * in another place than https://*. with at least two names behind it'
  return originMistake(text)
}

const example = 'https://crm.example.com,https://desk.example.com:8443'

/** More would hide the other mistakes of the environment. */
const entriesLimit = 10

function entryMistakes(
  text: string,
  mistakeOf: (entry: string) => string | undefined,
  shape: string,
): readonly string[] {
  const mistakes = words(text).flatMap((entry, index) => {
    const mistake = mistakeOf(entry)
    return mistake === undefined ? [] : [`must list ${shape}; entry ${index + 1} ${mistake}.`]
  })
  const more = mistakes.length - entriesLimit
  return [
    ...mistakes.slice(0, entriesLimit),
    ...(more > 0 ? [`must list ${shape}; ${more} more entries are wrong.`] : []),
  ]
}

/** Sentences that follow the variable’s name. */
export const allowedOriginMistakes = (text: string): readonly string[] =>
  entryMistakes(text, originMistake, `origins, such as ${example}`)

export const frameAncestorMistakes = (text: string): readonly string[] =>
  entryMistakes(
    text,
    ancestorMistake,
    `origins or hosts, such as https://crm.example.com,https://*.example.com`,
  )
