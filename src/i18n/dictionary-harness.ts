import { channels, contactStates, type Channel, type Contact } from '../core/contact/contact.ts'
import { referenceTypes } from '../core/fields/references/reference.ts'
import { createFormats } from './formats/formats.ts'
import type { LanguageWords } from './messages/messages.ts'

/** One entry of a dictionary, by its path such as `panel.title`. */
export interface Entry {
  readonly path: string
  /** A text, or a function that inserts texts into one. */
  readonly words: unknown
}

/** Every entry of a dictionary, including future ones. */
function entriesOf(words: unknown, path: string): readonly Entry[] {
  if (typeof words !== 'object' || words === null) return [{ path, words }]
  return Object.entries(words).flatMap(([name, each]) => entriesOf(each, `${path}.${name}`))
}

const isCallable = (words: unknown): words is (...given: readonly unknown[]) => unknown =>
  typeof words === 'function'

/** Every entry of one language, including the words that are loaded late. */
export async function entriesOfLanguage(language: LanguageWords): Promise<readonly Entry[]> {
  const formats = createFormats(language.messages.language, 'Europe/London')
  const entries = Object.entries(language).map(async ([name, part]: [string, unknown]) => {
    const words = isCallable(part) ? await part() : part
    return entriesOf(isCallable(words) ? words(formats) : words, name)
  })
  return (await Promise.all(entries)).flat()
}

const contact = (text: string, channel: Channel): Contact => ({
  contactId: '93700215',
  channel,
  state: 'connected',
  stateSince: 0,
  displayName: text,
})

/** Arguments for functions with several parameters. */
const usualArguments = (text: string): readonly unknown[] => [
  text,
  2,
  'voice',
  'related',
  contact(text, 'chat'),
  { kind: 'message', contact: contact(text, 'chat') },
  { code: 'reference-required', name: text },
]

/** Possible arguments for a function with one parameter. The text is used wherever a person may have written one. */
const possibleArguments = (text: string): readonly unknown[] => [
  ...usualArguments(text),
  undefined,
  [text],
  [text, text, text, text, text],
  ...channels.map((channel) => contact(text, channel)),
  ...['task', 'message'].map((kind) => ({ kind, contact: contact(text, 'voice') })),
  { ...contact(text, 'voice'), displayName: undefined },
  { code: 'reference-host-not-allowed', hosts: [text] },
  { code: 'invalid', issues: [] },
  { hasDescription: true, references: 2, attributes: 2, files: 2, isForm: false },
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

/** True if the function got an argument of a wrong type. */
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

/** All texts that an entry returns when its arguments contain this text. */
export function saidWith(text: string, { words }: Entry): readonly string[] {
  if (!isCallable(words)) return typeof words === 'string' ? [words] : []
  const said = argumentsFor(words.length, text).flatMap((given) => call(words, given))
  return [...new Set(said.filter((each) => typeof each === 'string').filter((each) => !isMeaningless(each)))]
}

/** Removes everything between U+2068 and U+2069. */
export function withoutIsolated(said: string): string {
  const innermost = /\u2068[^\u2068\u2069]*\u2069/gu
  const rest = said.replaceAll(innermost, '')
  return rest === said ? said : withoutIsolated(rest)
}
