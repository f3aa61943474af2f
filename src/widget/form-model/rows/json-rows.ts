import type { PastedRow } from './pasted-row.ts'

/**
 * Reads a JSON object, or an array of `{ "key": …, "value": … }`. Undefined for other texts. A number keeps its digits as
 * written, because JSON.parse would round a long order number. A nested value becomes its JSON text, and null becomes an empty
 * text.
 *
 *     jsonRows('{"order":12345678901234567890}')   // [{ name: 'order', value: '12345678901234567890' }]
 *     jsonRows('[{"key":"tier","value":"Gold"}]')  // [{ name: 'tier', value: 'Gold' }]
 */
export function jsonRows(text: string): readonly PastedRow[] | undefined {
  if (!/^\s*[[{]/.test(text) || !isJson(text)) return undefined
  const tokens = text.match(jsonToken) ?? []
  const rows = tokens[0] === '{' ? members(tokens) : parts(tokens).map(pairOf)
  const pairs = rows.flatMap((pair) => pair ?? [])
  return pairs.length > 0 && pairs.length === rows.length ? pairs : undefined
}

/** The tokens of a text that is valid JSON. */
const jsonToken = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const nesting = (token: string) => (/^[[{]/.test(token) ? 1 : /^[\]}]/.test(token) ? -1 : 0)

/** Splits the tokens between the outermost brackets at their commas. */
function parts(tokens: readonly string[]): readonly (readonly string[])[] {
  const inner = tokens.slice(1, -1)
  const found: string[][] = inner.length > 0 ? [[]] : []
  let depth = 0
  for (const token of inner) {
    depth += nesting(token)
    if (token === ',' && depth === 0) found.push([])
    else found.at(-1)?.push(token)
  }
  return found
}

const members = (tokens: readonly string[]): readonly PastedRow[] =>
  parts(tokens).map(([name = '', , ...value]) => ({ name: textOf([name]), value: textOf(value) }))

function textOf(tokens: readonly string[]): string {
  const text = tokens.join('')
  if (text === 'null') return ''
  const parsed: unknown = tokens.length === 1 && text.startsWith('"') ? JSON.parse(text) : text
  return typeof parsed === 'string' ? parsed.replace(/\r\n?/g, '\n') : text
}

/** The pair that an element of an array describes: `{ "key": …, "value": … }`, or with `name`, in any case. */
function pairOf(tokens: readonly string[]): PastedRow | undefined {
  if (tokens[0] !== '{') return undefined
  const byName = new Map(members(tokens).map(({ name, value }) => [name.toLowerCase(), value]))
  const name = byName.get('key') ?? byName.get('name')
  const value = byName.get('value')
  return name === undefined || value === undefined ? undefined : { name, value }
}
