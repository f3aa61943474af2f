import { hasQuestion, isUnfinished, type KeptDraft } from '../desk/kept-draft.ts'
import type { UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { AnyRequest } from '../../core/message/any-draft.ts'
import { sameAnyDraft } from '../../core/message/same-draft.ts'
import { taskName } from '../records/created-record.ts'
import { withoutFiles } from './merged-files.ts'
import type { CreatedHere, DraftWrite, WriteAnswer } from './draft-write.ts'

export type DraftChanges = Pick<DraftWrite, 'text' | 'sent' | 'settled' | 'denied' | 'refused' | 'created'>

/** The facts that this window knows about one of its drafts in the store. */
export interface DraftLink {
  /** The id of its text in the store. It differs from the draft's id while the draft has two versions. */
  readonly storedId: string
  /** The last text that this window has seen in the store; 0 if there was none. */
  readonly keptAt: number
  /** The draft of this window at that time. */
  readonly base?: KeptDraft
  /** The tokens of attempts that this window has stored, now or earlier. */
  readonly tokens: ReadonlySet<string>
  /** The tokens of attempts that other windows have stored, now or earlier. */
  readonly theirs: ReadonlySet<string>
  /** The other version of the draft, which is stored under the draft's own id. */
  readonly otherKeptAt?: number
  /** Another window has stored another text while this window was sending its own. */
  readonly isBehind?: true
  /** Its text is stored under another id now, which the records of its attempts do not name yet. */
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
 * Whether the text is still that of `base`. If only the contact source has changed the draft, it is not written: an idle page
 * would replace a newer text of another page.
 */
export const hasTextOf = (draft: KeptDraft, base: KeptDraft | undefined): boolean =>
  base !== undefined && base.content === draft.content && isAboutThat(draft, base)

/** The same without files: uploads change them without the agent, and the files of two windows can be merged. */
export const hasWordsOf = (draft: KeptDraft, base: KeptDraft | undefined): boolean =>
  hasTextOf(draft, base) ||
  (base !== undefined &&
    isAboutThat(draft, base) &&
    sameAnyDraft(withoutFiles(base.content), withoutFiles(draft.content)))

const tokenOf = ({ attempt }: UncertainAttempt<AnyRequest>) => attempt.clientToken

export const uncertainOf = (draft: KeptDraft | undefined): readonly UncertainAttempt<AnyRequest>[] =>
  draft?.earlier?.uncertain ?? []

/** `owed`: it has left the desk, and its tasks are not stored yet. */
export type DraftPlace = 'on the desk' | 'owed' | 'gone'

/** The changes of a draft to write; undefined if the store is up to date. */
export function changesOf(draft: KeptDraft, link: DraftLink, place: DraftPlace): DraftChanges | undefined {
  const isKnown = place !== 'gone'
  const uncertain = uncertainOf(draft)
  const tokens = new Set(uncertain.map(tokenOf))
  const isOwn = (token: string) => !link.theirs.has(token) || draft.tokens?.sent.includes(token)
  const sent = uncertain.filter(
    (attempt) => (link.isMoved || !link.tokens.has(tokenOf(attempt))) && isOwn(tokenOf(attempt)),
  )
  // If the draft was deleted from the desk, the outcomes of its attempts stay open.
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

/** The draft has created a task that is not stored yet. */
export const hasNewTask = (draft: KeptDraft, link = newLink(draft.id)): boolean =>
  newTasks(draft, link).length > 0

/** The tasks that this window has created. Tasks of other windows have a record already. */
function createdHere({ found = [], tokens, ...draft }: KeptDraft): readonly CreatedHere[] {
  const earlier = found.map((each) => ({ ...each, isOfText: false }))
  if (draft.phase !== 'created' || draft.isElsewhere) return earlier
  // The step that created the task noted its token last.
  return [...earlier, { task: draft.task, clientToken: tokens?.settled.at(-1) ?? '', isOfText: true }]
}

/** The link of the draft after the write. */
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

/** The agent has typed nothing here since, and no outcome is open: the draft may get the text of another window. */
export const mayFollow = (draft: KeptDraft, link: DraftLink): boolean =>
  hasWordsOf(draft, link.base) && !hasQuestion(draft)
