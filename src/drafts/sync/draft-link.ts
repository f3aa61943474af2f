import { hasQuestion, isUnfinished, type KeptDraft } from '../desk/kept-draft.ts'
import type { UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { AnyRequest } from '../../core/message/any-draft.ts'
import { sameAnyDraft } from '../../core/message/same-draft.ts'
import { taskName } from '../records/created-record.ts'
import { withoutFiles } from './merged-files.ts'
import type { CreatedHere, DraftWrite, WriteAnswer } from './draft-write.ts'

export type DraftChanges = Pick<DraftWrite, 'text' | 'sent' | 'settled' | 'denied' | 'refused' | 'created'>

/** What this window knows of one of its drafts in the store. */
export interface DraftLink {
  /** The id of its text in the store. It is another one while there are two versions of the draft. */
  readonly storedId: string
  /** The text that this window has seen in the store last; 0 if there was none. */
  readonly keptAt: number
  /** The draft of this window as it was then. */
  readonly base?: KeptDraft
  /** The tokens of its attempts that the store has, or had, from this window. */
  readonly tokens: ReadonlySet<string>
  /** Those that the store has, or had, from other windows. */
  readonly theirs: ReadonlySet<string>
  /** The other version of the draft, which is stored under the draft's own id. */
  readonly otherKeptAt?: number
  /** Another window has stored another text while the one of this window was under way. */
  readonly isBehind?: true
  /** Its text has got another place, of which the records of its attempts do not tell yet. */
  readonly isMoved?: true
  /** Tasks of the draft that this window and the store know, by their names. */
  readonly seen: readonly string[]
}

/** The links of the drafts in one window, by the drafts' ids there. */
export type DraftLinks = ReadonlyMap<string, DraftLink>

export const newLink = (storedId: string): DraftLink => ({
  storedId,
  keptAt: 0,
  tokens: new Set(),
  theirs: new Set(),
  seen: [],
})

const isAboutThat = (draft: KeptDraft, base: KeptDraft): boolean =>
  base.contact?.contactId === draft.contact?.contactId &&
  base.contact?.displayName === draft.contact?.displayName &&
  (base.contactChoice === 'none') === (draft.contactChoice === 'none')

/**
 * Whether only the contact source has changed the draft since. Such changes are not written: an idle page would replace a
 * newer text of another page with its own.
 */
export const hasTextOf = (draft: KeptDraft, base: KeptDraft | undefined): boolean =>
  base !== undefined && base.content === draft.content && isAboutThat(draft, base)

/** The same, files left out: they come further by themselves, and those of two windows can be merged. */
export const hasWordsOf = (draft: KeptDraft, base: KeptDraft | undefined): boolean =>
  hasTextOf(draft, base) ||
  (base !== undefined &&
    isAboutThat(draft, base) &&
    sameAnyDraft(withoutFiles(base.content), withoutFiles(draft.content)))

const tokenOf = ({ attempt }: UncertainAttempt<AnyRequest>) => attempt.clientToken

export const uncertainOf = (draft: KeptDraft | undefined): readonly UncertainAttempt<AnyRequest>[] =>
  draft?.earlier?.uncertain ?? []

/** `owed`: it has left the desk, and the store does not know of its tasks yet. */
export type DraftPlace = 'on the desk' | 'owed' | 'gone'

/** What is to be written of a draft; undefined if the store has it all. */
export function changesOf(draft: KeptDraft, link: DraftLink, place: DraftPlace): DraftChanges | undefined {
  const isKnown = place !== 'gone'
  const uncertain = uncertainOf(draft)
  const tokens = new Set(uncertain.map(tokenOf))
  const isOwn = (token: string) => !link.theirs.has(token) || draft.tokens?.sent.includes(token)
  const sent = uncertain.filter(
    (attempt) => (link.isMoved || !link.tokens.has(tokenOf(attempt))) && isOwn(tokenOf(attempt)),
  )
  // A draft that has left the desk has said nothing about its attempts.
  const over = isKnown ? [...link.tokens, ...link.theirs].filter((token) => !tokens.has(token)) : []
  const settled = over.filter((token) => draft.tokens?.settled.includes(token))
  const denied = (draft.tokens?.denied ?? []).filter(({ clientToken }) => over.includes(clientToken))
  const answered = new Set([...settled, ...denied.map(({ clientToken }) => clientToken)])
  const refused = over.filter((token) => !answered.has(token))
  const text = textChange(draft, link, place === 'on the desk')
  const created = isKnown ? newTasks(draft, link) : []
  return text === 'unchanged' && sent.length + over.length + created.length === 0
    ? undefined
    : { text, sent, settled, denied, refused, created }
}

const nameOf = ({ task, clientToken }: CreatedHere) => taskName(task, clientToken)

const newTasks = (draft: KeptDraft, { seen }: DraftLink): readonly CreatedHere[] =>
  createdHere(draft).filter((each) => !seen.includes(nameOf(each)))

/** The draft has become a task of which the store does not know. */
export const hasNewTask = (draft: KeptDraft, link = newLink(draft.id)): boolean =>
  newTasks(draft, link).length > 0

/** A task that another window has created has a record already. */
function createdHere({ found = [], tokens, ...draft }: KeptDraft): readonly CreatedHere[] {
  const earlier = found.map((each) => ({ ...each, isOfText: false }))
  if (draft.phase !== 'created' || draft.isElsewhere) return earlier
  // The step that said so settled the attempt, after all others.
  return [...earlier, { task: draft.task, clientToken: tokens?.settled.at(-1) ?? '', isOfText: true }]
}

/** What this window knows of the draft after the write. */
export function linkAfter(
  link: DraftLink,
  draft: KeptDraft,
  { text, sent, settled, denied, refused, created }: DraftChanges,
  { keptAt, isStale }: WriteAnswer,
): DraftLink {
  const over = new Set([...settled, ...denied.map(({ clientToken }) => clientToken), ...refused])
  const left = (known: Iterable<string>) => new Set([...known].filter((token) => !over.has(token)))
  const tokens = left([...link.tokens, ...sent.map(tokenOf)])
  const theirs = left(link.theirs)
  const seen = [...link.seen, ...created.map(nameOf)]
  const { base, isMoved: _moved, ...rest } = { ...link, tokens, theirs, seen, keptAt }
  if (isStale || text === 'unchanged')
    return base && !created.some(({ isOfText }) => isOfText) ? { ...rest, base } : rest
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
  hasWordsOf(draft, link.base) && !hasQuestion(draft)
