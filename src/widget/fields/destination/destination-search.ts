import type { Choices } from '../../../drafts/choices/choices.ts'
import type { DestinationEntry, DestinationKind } from './destination-entry.ts'
import { numberForms } from '../../../core/text/number-forms.ts'
import { foldText } from './fold-text.ts'

/** Which entries contain what the agent has typed, the best first. Finds every entry for a blank text. */
export type DestinationSearch = (text: string) => readonly DestinationEntry[]

export interface SearchOptions {
  readonly entries: readonly DestinationEntry[]
  readonly choices: Choices
  /**
   * The name of each kind, as it stands behind an entry's name. For the agent's own entry, "Myself" is also found as a name.
   */
  readonly kindNames: Readonly<Record<DestinationKind, string>>
  /** Other words for each kind, separated by spaces. */
  readonly kindsBesides: Readonly<Record<DestinationKind, string>>
}

/**
 * How well an entry matches, the best first. `kind` matches with the help of the kind's name, the others by the entry's name
 * alone.
 */
const ranks = ['exact', 'first words', 'prefix', 'words', 'inside', 'number', 'kind'] as const

type Rank = (typeof ranks)[number]

const isLetter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character)

/** Whether a word of the name begins with this text. */
function hasWord(name: string, start: string): boolean {
  for (let at = name.indexOf(start); at !== -1; at = name.indexOf(start, at + 1)) {
    if (!isLetter(name[at - 1])) return true
  }
  return false
}

/** True if the name has this text as a whole word. */
function hasWhole(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at !== -1; at = name.indexOf(word, at + 1)) {
    if (!isLetter(name[at - 1]) && !isLetter(name[at + word.length])) return true
  }
  return false
}

/** The agent types "refunds" and the name says "refund". */
const hasOtherNumber = (name: string, word: string) => numberForms(word).some((form) => hasWhole(name, form))

type SaysKind = (word: string) => boolean

interface FoldedName {
  readonly name: string
  readonly saysKind: SaysKind
}

function kindWords(kindName: string, besides: string): SaysKind {
  const names = [foldText(kindName), ...foldText(besides).split(' ')]
  return (word) =>
    names.some((name) => name.startsWith(word)) || numberForms(word).some((form) => names.includes(form))
}

function rankOf({ name, saysKind }: FoldedName, typed: string, words: readonly string[]): Rank | undefined {
  if (name === typed) return 'exact'
  if (name.startsWith(typed)) return isLetter(name[typed.length]) ? 'prefix' : 'first words'
  const inName = (word: string) => name.includes(word) || hasOtherNumber(name, word)
  if (!words.every((word) => inName(word) || saysKind(word))) return undefined
  if (!words.every(inName)) return 'kind'
  if (!words.every((word) => name.includes(word))) return 'number'
  return words.every((word) => hasWord(name, word)) ? 'words' : 'inside'
}

const bestOf = (found: readonly (Rank | undefined)[]) => ranks.find((rank) => found.includes(rank))

/** The agent first, then favourites, then recently used entries, then the others in their order. */
function inOrder(entries: readonly DestinationEntry[], { recent, favourites }: Choices) {
  const usedAt = new Map(recent.map((key, index) => [key, index]))
  const liked = new Set(favourites)
  const placeOf = ({ key, kind }: DestinationEntry) => {
    if (kind === 'self') return -2
    return liked.has(key) ? -1 : (usedAt.get(key) ?? recent.length)
  }
  return entries.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/**
 * Searches in names. Case, accents and the order of the words do not matter. The order of the results: the name equals the
 * text; it begins with the text as whole words; it begins with the text; its words begin with the words of the text; it
 * contains them; a word of it is the same in the other number, as “refund” is for “refunds”; the kind matches. By kind, "form" finds all forms, "refund form" the forms about refunds, and "quick connect"
 * people and queues.
 */
export function createDestinationSearch(options: SearchOptions): DestinationSearch {
  const { entries, choices, kindNames, kindsBesides } = options
  const ordered = inOrder(entries, choices)
  const sayKind = new Map<DestinationKind, SaysKind>()
  for (const { kind } of ordered) {
    if (!sayKind.has(kind)) sayKind.set(kind, kindWords(kindNames[kind], kindsBesides[kind]))
  }
  const folded = ordered.map((entry) => {
    const own = entry.kind === 'self' ? [foldText(kindNames.self)] : []
    const saysKind = sayKind.get(entry.kind) ?? (() => false)
    return { entry, names: [foldText(entry.name), ...own].map((name) => ({ name, saysKind })) }
  })
  return (text) => {
    const typed = foldText(text)
    if (typed === '') return ordered
    const words = typed.split(' ')
    const found = folded.map(({ entry, names }) => ({
      entry,
      rank: bestOf(names.map((name) => rankOf(name, typed, words))),
    }))
    return ranks.flatMap((wanted) => found.filter(({ rank }) => rank === wanted).map(({ entry }) => entry))
  }
}

/** The one entry with exactly this name, regardless of case and accents. */
export function entryNamed(entries: readonly DestinationEntry[], text: string): DestinationEntry | undefined {
  const typed = foldText(text)
  const [named, ...others] = typed === '' ? [] : entries.filter(({ name }) => foldText(name) === typed)
  return others.length === 0 ? named : undefined
}
