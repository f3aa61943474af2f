import type { Choices } from '../../../drafts/choices/choices.ts'
import type { DestinationEntry, DestinationKind } from './destination-entry.ts'
import { foldText } from './fold-text.ts'

/** Which entries contain what the agent has typed, the best first. Finds every entry for a blank text. */
export type DestinationSearch = (text: string) => readonly DestinationEntry[]

export interface SearchOptions {
  readonly entries: readonly DestinationEntry[]
  readonly choices: Choices
  /** What each entry is, in the words that stand behind its name. "Myself" is also a name of the agent's own entry. */
  readonly kindNames: Readonly<Record<DestinationKind, string>>
  /** Other words for each kind, parted by blanks. */
  readonly kindsBesides: Readonly<Record<DestinationKind, string>>
}

/** How well an entry matches, the best first: by its name, or with what it is. */
const ranks = ['exact', 'first words', 'prefix', 'words', 'inside', 'kind'] as const

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

type SaysKind = (word: string) => boolean

interface FoldedName {
  readonly name: string
  readonly saysKind: SaysKind
}

function kindWords(kindName: string, besides: string): SaysKind {
  const names = [foldText(kindName), ...foldText(besides).split(' ')]
  return (word) => names.some((name) => name.startsWith(word))
}

function rankOf({ name, saysKind }: FoldedName, typed: string, words: readonly string[]): Rank | undefined {
  if (name === typed) return 'exact'
  if (name.startsWith(typed)) return isLetter(name[typed.length]) ? 'prefix' : 'first words'
  if (!words.every((word) => name.includes(word) || saysKind(word))) return undefined
  if (!words.every((word) => name.includes(word))) return 'kind'
  return words.every((word) => hasWord(name, word)) ? 'words' : 'inside'
}

const bestOf = (found: readonly (Rank | undefined)[]) => ranks.find((rank) => found.includes(rank))

/** The agent first, then favourites, then what was used last; the others in their order. */
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
 * A search in names without regard to case and accents. The words may come in any order. A name that equals the text comes
 * before names that begin with it, first those that have it as whole words, then names whose words begin with the words of the text, then names that contain them.
 * Last come the entries of which a word says what they are: "form" finds the forms, "refund form" those about refunds, and
 * "quick connect" the people and queues.
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
