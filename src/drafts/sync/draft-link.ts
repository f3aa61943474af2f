import { hasQuestion, isUnfinished, type KeptDraft } from '../desk/kept-draft.ts'
import type { UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import type { DraftWrite, WriteAnswer } from './draft-write.ts'

export type DraftChanges = Pick<DraftWrite, 'text' | 'sent' | 'settled' | 'created'>

/** What this window knows of one of its drafts in the store. */
export interface DraftLink {
  /** The id of its text in the store. It is another one while there are two versions of the draft. */
  readonly storedId: string
  /** The text that this window has seen in the store last; 0 if there was none. */
  readonly keptAt: number
  /** The draft of this window as it was then. */
  readonly base?: KeptDraft
  /** The tokens of its attempts that the store has, or had. */
  readonly tokens: ReadonlySet<string>
  /** The other version of the draft, which is stored under the draft's own id. */
  readonly otherKeptAt?: number
  /** Another window has stored another text while the one of this window was under way. */
  readonly isBehind?: true
  /** Tasks of the draft that this window and the store know, by their contact ids. */
  readonly seen: readonly string[]
}

/** The links of the drafts in one window, by the drafts' ids there. */
export type DraftLinks = ReadonlyMap<string, DraftLink>

export const newLink = (storedId: string): DraftLink => ({ storedId, keptAt: 0, tokens: new Set(), seen: [] })

/**
 * Whether only the contact source has changed the draft since. Such changes are not written: an idle page would replace a
 * newer text of another page with its own.
 */
export const hasTextOf = (draft: KeptDraft, base: KeptDraft | undefined): boolean =>
  base !== undefined &&
  base.content === draft.content &&
  base.contact?.contactId === draft.contact?.contactId &&
  base.contact?.displayName === draft.contact?.displayName &&
  (base.contactChoice === 'none') === (draft.contactChoice === 'none')

const tokenOf = ({ attempt }: UncertainAttempt<TaskRequest>) => attempt.clientToken

export const uncertainOf = (draft: KeptDraft | undefined): readonly UncertainAttempt<TaskRequest>[] =>
  draft?.earlier?.uncertain ?? []

/** What is to be written of a draft; undefined if the store has it all. */
export function changesOf(draft: KeptDraft, link: DraftLink, isOnDesk: boolean): DraftChanges | undefined {
  const uncertain = uncertainOf(draft)
  const tokens = new Set(uncertain.map(tokenOf))
  const sent = uncertain.filter((attempt) => !link.tokens.has(tokenOf(attempt)))
  // A draft that has left the desk has said nothing about its attempts.
  const settled = isOnDesk ? [...link.tokens].filter((token) => !tokens.has(token)) : []
  const text = textChange(draft, link, isOnDesk)
  const task = isOnDesk && draft.phase === 'created' ? draft.task : undefined
  const created = task && !link.seen.includes(task.contactId) ? task : undefined
  return text === 'unchanged' && sent.length + settled.length === 0 && !created
    ? undefined
    : { text, sent, settled, created }
}

/** What this window knows of the draft after the write. */
export function linkAfter(
  link: DraftLink,
  draft: KeptDraft,
  { text, sent, settled, created }: DraftChanges,
  { keptAt, isStale }: WriteAnswer,
): DraftLink {
  const tokens = new Set([...link.tokens, ...sent.map(tokenOf)].filter((token) => !settled.includes(token)))
  const seen = created ? [...link.seen, created.contactId] : link.seen
  const { base, ...rest } = { ...link, tokens, seen, keptAt }
  if (isStale || text === 'unchanged') return base && !created ? { ...rest, base } : rest
  return text === 'written' ? { ...rest, base: draft } : rest
}

function textChange(draft: KeptDraft, link: DraftLink, isOnDesk: boolean) {
  const hasText = isOnDesk && draft.phase !== 'created' && isUnfinished(draft)
  if (!hasText) return link.base ? 'deleted' : 'unchanged'
  const isKept =
    hasTextOf(draft, link.base) &&
    link.base?.earlier?.latest.clientToken === draft.earlier?.latest.clientToken
  return isKept ? 'unchanged' : 'written'
}

/** Nothing was typed here since, and nothing is being asked: the draft may become what another window has made of it. */
export const mayFollow = (draft: KeptDraft, link: DraftLink): boolean =>
  hasTextOf(draft, link.base) && !hasQuestion(draft)
