import { channels, contactStates, type Channel, type Contact } from '../core/contact.ts'
import { referenceTypes } from '../core/fields/references/reference.ts'
import { createFormats } from './formats.ts'
import type { LanguageWords } from './messages.ts'

/** One entry of a dictionary, by its path such as `panel.title`. */
export interface Entry {
  readonly path: string
  /** A text, or a function that inserts texts into one. */
  readonly words: unknown
}

/** Every entry of a dictionary, also those that are added tomorrow. */
function entriesOf(words: unknown, path: string): readonly Entry[] {
  if (typeof words !== 'object' || words === null) return [{ path, words }]
  return Object.entries(words).flatMap(([name, each]) => entriesOf(each, `${path}.${name}`))
}

/** Every entry of one language, the words of the sign-in windows and the late words included. */
export async function entriesOfLanguage(language: LanguageWords): Promise<readonly Entry[]> {
  const late = await language.loadLate()
  const formats = createFormats(language.messages.language, 'Europe/London')
  return [
    ...entriesOf(language.messages, 'messages'),
    ...entriesOf(await language.loadSignInWindow(), 'signInWindow'),
    ...entriesOf(late(formats), 'late'),
  ]
}

const contact = (text: string, channel: Channel): Contact => ({
  contactId: '93700215',
  channel,
  state: 'connected',
  stateSince: 0,
  displayName: text,
})

/** What functions with several parameters take. */
const usualArguments = (text: string): readonly unknown[] => [
  text,
  2,
  'voice',
  'related',
  contact(text, 'chat'),
  { code: 'reference-required', name: text },
]

/** What a function with one parameter may take; the text stands wherever a person may have written one. */
const possibleArguments = (text: string): readonly unknown[] => [
  ...usualArguments(text),
  undefined,
  [text],
  [text, text, text, text, text],
  ...channels.map((channel) => contact(text, channel)),
  { ...contact(text, 'voice'), displayName: undefined },
  { code: 'reference-host-not-allowed', hosts: [text] },
  { code: 'invalid', issues: [] },
  ...channels,
  'invalid',
  ...contactStates,
  ...referenceTypes,
]

function argumentsFor(count: number, text: string): readonly (readonly unknown[])[] {
  const choices = count === 1 ? possibleArguments(text) : usualArguments(text)
  const lists = (length: number): readonly (readonly unknown[])[] =>
    length === 0 ? [[]] : lists(length - 1).flatMap((given) => choices.map((each) => given.concat([each])))
  return lists(count)
}

/** A function was given something that it is not made for. */
const isMeaningless = (said: string) => /undefined|NaN|\[object/.test(said)

function call(
  words: (...given: readonly unknown[]) => unknown,
  given: readonly unknown[],
): readonly unknown[] {
  try {
    return [words(...given)].flat()
  } catch {
    return []
  }
}

const isCallable = (words: unknown): words is (...given: readonly unknown[]) => unknown =>
  typeof words === 'function'

/** All that an entry says when it gets this text wherever it takes one. */
export function saidWith(text: string, { words }: Entry): readonly string[] {
  if (!isCallable(words)) return typeof words === 'string' ? [words] : []
  const said = argumentsFor(words.length, text).flatMap((given) => call(words, given))
  return [...new Set(said.filter((each) => typeof each === 'string').filter((each) => !isMeaningless(each)))]
}

/** Says the text without all that stands between U+2068 and U+2069. */
export function withoutIsolated(said: string): string {
  const innermost = /\u2068[^\u2068\u2069]*\u2069/gu
  const rest = said.replaceAll(innermost, '')
  return rest === said ? said : withoutIsolated(rest)
}
