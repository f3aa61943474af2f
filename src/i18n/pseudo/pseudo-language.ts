import { channels } from '../../core/contact/contact.ts'
import type { LanguageWords } from '../messages/messages.ts'
import type { Alphabet } from './alphabets.ts'
import { pseudoText } from './pseudo-text.ts'

/** Arguments that only choose words and are not inserted into the text. */
const codes: ReadonlySet<string> = new Set(channels)
const namesOfCodes: ReadonlySet<string> = new Set(['channel', 'code', 'field', 'state', 'type'])

/** A contact without a name is shown by the start of its id. */
const startOfId = /^[\da-f]{8}(?=-)/

function textsIn(given: unknown): readonly string[] {
  if (typeof given === 'string') return codes.has(given) ? [] : [given, ...(startOfId.exec(given) ?? [])]
  if (typeof given !== 'object' || given === null) return []
  return Object.entries(given).flatMap(([name, each]) => (namesOfCodes.has(name) ? [] : textsIn(each)))
}

/** The English words in another alphabet. They are derived, so a new text needs no code here. */
function pseudoWords<Words extends object>(words: Words, alphabet: Alphabet): Words {
  const made = new WeakMap<object, object>()
  const said = (value: unknown, inserted: readonly string[]): unknown => {
    if (typeof value === 'string') return pseudoText(value, inserted, alphabet)
    if (typeof value !== 'object' && typeof value !== 'function') return value
    if (value === null) return value
    if (value instanceof Promise) return value.then((loaded) => said(loaded, inserted))
    if (Array.isArray(value)) return value.map((each) => said(each, inserted))
    const ready = made.get(value) ?? pseudoWords(value, alphabet)
    made.set(value, ready)
    return ready
  }
  return new Proxy(words, {
    get: (target, name) => said(Reflect.get(target, name), []),
    apply: (target, self, given: readonly unknown[]) =>
      typeof target === 'function'
        ? said(Reflect.apply(target, self, given), given.flatMap(textsIn))
        : undefined,
  })
}

/** A test language: English with the letters, the direction and 40 % more length of another alphabet. */
export function pseudoLanguage(english: LanguageWords, alphabet: Alphabet): LanguageWords {
  const { language, direction } = alphabet
  const words = pseudoWords(english, alphabet)
  return { ...words, messages: { ...words.messages, language, direction } }
}
