import { isAnswered, withUncertain, type EarlierAttempts } from '../../core/attempts/attempt.ts'
import type { AnyRequest } from '../../core/message/any-draft.ts'
import { sameAnyDraft } from '../../core/message/same-draft.ts'
import type { AccountRecords } from '../records/account-records.ts'
import { discarding } from '../desk/agent-moves.ts'
import { taskName, type CreatedDraft } from '../records/created-record.ts'
import { withDraft } from '../desk/desk-changes.ts'
import type { Desk } from '../desk/desk.ts'
import { afterDeletion, sayingDeleted } from './deleted-drafts.ts'
import {
  hasTextOf,
  hasWordsOf,
  mayFollow,
  newLink,
  uncertainOf,
  type DraftLink,
  type DraftLinks,
} from './draft-link.ts'
import type { StoredDraft } from '../records/draft-record.ts'
import { filesIn, withFilesIn, type Files } from '../desk/draft-files.ts'
import { isOfFamily } from '../desk/draft-family.ts'
import { aboutOf, contentOf, hasQuestion, isUnfinished, type KeptDraft } from '../desk/kept-draft.ts'
import { mergedFiles, sameFiles, withoutFiles } from './merged-files.ts'
import { opening, restoring } from '../desk/stored-moves.ts'
import { mayBeAskedAbout, withUnderWay, type AwaitedOptions } from './under-way-elsewhere.ts'

/** A desk with its links to the store. */
export interface LinkedDesk {
  readonly desk: Desk
  readonly links: DraftLinks
}

export interface FollowOptions extends AwaitedOptions {
  /** The agent has deleted all drafts in another window since the last read. */
  readonly isDeletion: boolean
  /** The window is writing these, or has written them since the store was read. */
  readonly isBusy: (draftId: string) => boolean
  /** The stored content, completed with the values of this window that the browser does not store. */
  readonly withValues: (stored: KeptDraft, own: KeptDraft) => KeptDraft
  readonly newId: () => string
}

/** Brings what other windows have stored to the desk. No text that was typed here is replaced or lost. */
export function followed(before: LinkedDesk, stored: AccountRecords, options: FollowOptions): LinkedDesk {
  let { desk } = before
  const links = new Map(before.links)
  const texts = new Map(stored.drafts.map((each) => [each.draft.id, each]))
  for (const draft of desk.drafts) {
    const link = links.get(draft.id)
    if (!link || options.isBusy(draft.id)) continue
    const next = followedDraft({ desk, draft, link }, { stored, texts }, options)
    desk = next.desk
    if (next.link) links.set(draft.id, next.link)
    else links.delete(draft.id)
  }
  const next = withNewDrafts({ desk, links }, stored.drafts, options)
  const known = withUnderWay(next.desk, stored, options)
  const shown = { ...known, textless: textlessOf(known, stored, options) }
  return {
    ...next,
    desk: options.isDeletion ? sayingDeleted(before.desk, shown, stored.deletedAt) : shown,
  }
}

/** Another window has reported these tasks, and the store cannot be read. */
export function followedCreated(before: LinkedDesk, created: readonly CreatedDraft[]): LinkedDesk {
  let { desk } = before
  const links = new Map(before.links)
  for (const draft of desk.drafts) {
    const link = links.get(draft.id)
    if (!link) continue
    const known = { desk, draft, link }
    const task = created.find((each) => isCreated(each, draft, link))
    const next = task ? afterCreated(known, task) : toldOfEarlier(known, created)
    desk = next.desk
    links.set(draft.id, next.link)
  }
  return { desk, links }
}

/** The attempts without text of other and of closed windows. This window has the texts of its own attempts. */
function textlessOf(
  { drafts, textless }: Desk,
  stored: AccountRecords,
  options: FollowOptions,
): Desk['textless'] {
  const own = new Set(drafts.flatMap(uncertainOf).map(({ attempt }) => attempt.clientToken))
  const shown = new Set(textless.map(({ clientToken }) => clientToken))
  const next = stored.textless.filter(
    ({ clientToken }) =>
      !own.has(clientToken) && (shown.has(clientToken) || mayBeAskedAbout(clientToken, stored, options)),
  )
  return next.length === 0 && textless.length === 0 ? textless : next
}

interface LinkedDraft {
  readonly desk: Desk
  readonly draft: KeptDraft
  readonly link: DraftLink
}

interface Followed {
  readonly desk: Desk
  readonly link: DraftLink | undefined
}

interface Store {
  readonly stored: AccountRecords
  readonly texts: ReadonlyMap<string, StoredDraft>
}

function followedDraft(known: LinkedDraft, { stored, texts }: Store, options: FollowOptions): Followed {
  const { isBehind: wasBehind = false, ...link } = known.link
  const { id } = known.draft
  const text = texts.get(link.storedId)
  const task = stored.created.find((created) => isCreated(created, known.draft, link))
  if (task) return afterCreated({ ...known, link }, task)
  const told = toldOfEarlier({ ...known, link }, stored.created)
  const sent = stored.sent.filter(({ window }) => window !== options.window)
  const isAsked = (clientToken: string) => mayBeAskedAbout(clientToken, { sent }, options)
  const asked = withAttempts(told, texts.get(id), isAsked)
  const { draft } = told
  if (draft.phase === 'created') return asked
  const isKnown = link.keptAt > 0 || link.otherKeptAt !== undefined
  if (options.isDeletion && isKnown && !text) return afterDeletion(asked)
  if (link.otherKeptAt !== undefined)
    return withOther(inOwnPlace(asked, text, options), link.otherKeptAt, texts.get(draft.id))
  if (!text) return link.keptAt === 0 ? asked : afterDeleted(asked)
  // The store may hold the attempts of a draft after its text was deleted.
  return text.keptAt === link.keptAt || text.keptAt === 0
    ? asked
    : afterChanged(asked, text, { ...options, wasBehind })
}

/** Whether the task was created from the text of this window, or by an attempt that it knows. */
function isCreated(created: CreatedDraft, draft: KeptDraft, link: DraftLink): boolean {
  if (link.seen.includes(nameOf(created))) return false
  const known = [...uncertainOf(draft).map(({ attempt }) => attempt), draft.earlier?.latest]
  return (
    isOfLaterText(created, link) ||
    (created.draftId === draft.id &&
      known.some((attempt) => attempt && created.clientTokens.includes(attempt.clientToken)))
  )
}

const nameOf = ({ task, clientTokens }: CreatedDraft) => taskName(task, clientTokens[0])

const isOfLaterText = ({ draftId, keptAt }: CreatedDraft, link: DraftLink): boolean =>
  draftId === link.storedId && keptAt > 0 && keptAt >= link.keptAt

/** Whether the task was created from the content that the form shows now. */
function isOfShownText(created: CreatedDraft, draft: KeptDraft, link: DraftLink): boolean {
  const { sentContent, earlier } = draft
  const isLatest = earlier && created.clientTokens.includes(earlier.latest.clientToken)
  if (isLatest && sentContent) return sameAnyDraft(sentContent, draft.content)
  return isOfLaterText(created, link) && hasWordsOf(draft, link.base)
}

const withTokensOf = <Draft extends Pick<KeptDraft, 'createdElsewhere'>>(
  draft: Draft,
  { clientTokens }: CreatedDraft,
): Draft => ({ ...draft, createdElsewhere: [...(draft.createdElsewhere ?? []), ...clientTokens] })

/** Another text of the draft has become a task. The present text of this window would create a second task. */
function toldOfEarlier(one: LinkedDraft, created: readonly CreatedDraft[]): LinkedDraft {
  const { desk, draft, link } = one
  const earlier = created.find(
    (each) =>
      isOfFamily(each, draft) &&
      (each.draftId !== draft.id || each.keptAt < link.keptAt) &&
      !link.seen.includes(nameOf(each)),
  )
  if (!earlier || draft.phase === 'created') return one
  const told = { ...withTokensOf(draft, earlier), createdBefore: earlier.task }
  return {
    desk: withDraft(desk, draft.id, () => told),
    draft: told,
    link: { ...link, seen: [...link.seen, nameOf(earlier)] },
  }
}

function afterCreated({ desk, draft, link }: LinkedDraft, created: CreatedDraft) {
  const { clientTokens, task } = created
  const seen = [...link.seen, nameOf(created)]
  if (draft.phase === 'created') return { desk, link: { ...link, seen } }
  const uncertain = uncertainOf(draft).filter(({ attempt }) => !clientTokens.includes(attempt.clientToken))
  const left = draft.earlier && uncertain.length > 0 ? { latest: draft.earlier.latest, uncertain } : undefined
  if (!isOfShownText(created, draft, link)) {
    // The text that was typed here stays, as another task.
    const next = withDraft(desk, draft.id, (each) =>
      withEarlier({ ...withTokensOf(each, created), createdBefore: task }, left),
    )
    return { desk: next, link: { ...link, seen, keptAt: Math.max(created.keptAt, link.keptAt) } }
  }
  const next = withDraft(desk, draft.id, ({ otherVersion: _other, ...each }) => ({
    ...withTokensOf(each, created),
    phase: 'created',
    task,
    isElsewhere: true,
    earlier: left,
  }))
  const { base: _text, ...rest } = link
  return { desk: next, link: { ...rest, seen, keptAt: 0 } }
}

const withEarlier = (draft: KeptDraft, earlier: EarlierAttempts<AnyRequest> | undefined): KeptDraft =>
  earlier ? { ...draft, phase: 'asked', earlier } : { ...draft, phase: 'begun', earlier: undefined }

/** Adds attempts of other windows that have got no answer. */
function withAttempts(
  { desk, draft, link }: LinkedDraft,
  text: StoredDraft | undefined,
  isAsked: (clientToken: string) => boolean,
) {
  const known = uncertainOf(draft)
  const others = uncertainOf(text?.draft).filter(
    ({ attempt: { clientToken }, firstSentAt }) =>
      !isAnswered(draft.tokens, clientToken, firstSentAt) &&
      !link.theirs.has(clientToken) &&
      !known.some(({ attempt }) => attempt.clientToken === clientToken) &&
      isAsked(clientToken),
  )
  const last = others.at(-1)
  if (!last) return { desk, draft, link }
  const uncertain = others.reduce(withUncertain, known)
  const earlier = { latest: draft.earlier?.latest ?? last.attempt, uncertain }
  const next: KeptDraft =
    draft.phase === 'created' ? { ...draft, earlier } : { ...draft, phase: 'asked', earlier }
  const theirs = new Set([...link.theirs, ...others.map(({ attempt }) => attempt.clientToken)])
  return { desk: withDraft(desk, draft.id, () => next), draft: next, link: { ...link, theirs } }
}

/** Another window has discarded the draft, or it was deleted because of its age. */
function afterDeleted({ desk, draft, link }: LinkedDraft): Followed {
  if (mayFollow(draft, link) && isUnfinished(draft))
    return { desk: discarding(desk, draft.id), link: undefined }
  const { base, ...unstored } = { ...link, keptAt: 0 }
  // A text that was typed here is stored again. A question to the agent can be shown without the text.
  return { desk, link: hasQuestion(draft) && base ? { ...unstored, base } : unstored }
}

interface ChangeOptions extends FollowOptions {
  /** This window was sending its text when the other text came. */
  readonly wasBehind: boolean
}

/** Whether both have the same content and contact, without files. */
const saysSame = (one: KeptDraft, other: KeptDraft): boolean =>
  one.contact?.contactId === other.contact?.contactId &&
  sameAnyDraft(withoutFiles(one.content), withoutFiles(other.content))

const arrived = (files: Files) =>
  files.every(({ upload }) => upload) ? files : files.filter(({ upload }) => upload)

/** Another window has stored another text, or more of its files have arrived. */
function afterChanged(
  { desk, draft, link }: LinkedDraft,
  text: StoredDraft,
  options: ChangeOptions,
): Followed {
  const { keptAt } = text
  const stored = options.withValues(text.draft, draft)
  const files = mergedFiles({
    own: filesIn(draft.content),
    base: link.base ? filesIn(link.base.content) : [],
    theirs: filesIn(stored.content),
  })
  const theirs = withFilesIn(stored, files)
  /** The stored state of a draft. Files that the store lacks are left out, so that they will be written. */
  const baseOf = (next: KeptDraft) =>
    sameFiles(files, filesIn(stored.content)) ? next : withFilesIn(next, filesIn(stored.content))
  if (saysSame(theirs, draft)) {
    const next = withFilesIn(draft, files)
    // While a text is being sent, the screen must show that text.
    if (draft.isUnderWay && !sameAnyDraft(next.content, draft.content))
      return { desk, link: { ...link, isBehind: true } }
    return { desk: withDraft(desk, draft.id, () => next), link: { ...link, keptAt, base: baseOf(next) } }
  }
  if (link.base && saysSame(theirs, link.base)) {
    // Only files have changed there, so the text of this window replaces the stored one.
    const next = withFilesIn(draft, files)
    const base = withFilesIn(link.base, filesIn(stored.content))
    return { desk: withDraft(desk, draft.id, () => next), link: { ...link, keptAt, base } }
  }
  if (draft.isUnderWay && hasWordsOf(draft, link.base)) return { desk, link: { ...link, isBehind: true } }
  if (mayFollow(draft, link) && !options.wasBehind) {
    const next = replacedBy(draft, theirs)
    return { desk: withDraft(desk, draft.id, () => next), link: { ...link, keptAt, base: baseOf(next) } }
  }
  return {
    desk: withDraft(desk, draft.id, (each) => ({ ...each, otherVersion: theirs })),
    link: {
      ...newLink(options.newId()),
      isMoved: true,
      tokens: link.tokens,
      theirs: link.theirs,
      seen: link.seen,
      otherKeptAt: keptAt,
    },
  }
}

/** If another window has replaced the stored text, the text that was typed here is stored under a second id. */
function inOwnPlace(
  { desk, draft, link }: LinkedDraft,
  text: StoredDraft | undefined,
  { newId }: FollowOptions,
): LinkedDraft {
  const isTaken = (text?.keptAt ?? 0) !== link.keptAt
  if (!isTaken || hasTextOf(draft, link.base)) return { desk, draft, link }
  const { base: _text, ...rest } = link
  return { desk, draft, link: { ...rest, storedId: newId(), keptAt: 0, isMoved: true } }
}

/** The other version has changed again, or it was deleted. */
function withOther(
  { desk, draft, link }: LinkedDraft,
  otherKeptAt: number,
  text: StoredDraft | undefined,
): Followed {
  if (text?.keptAt === otherKeptAt) return { desk, link }
  if (text && text.keptAt > 0) {
    const next = withDraft(desk, draft.id, (each) => ({ ...each, otherVersion: text.draft }))
    return { desk: next, link: { ...link, otherKeptAt: text.keptAt } }
  }
  const { otherKeptAt: _gone, ...alone } = link
  return { desk: withDraft(desk, draft.id, ({ otherVersion: _other, ...each }) => each), link: alone }
}

/** The draft with a text of another window. A form that shows the older text is not read any more. */
export function replacedBy(draft: KeptDraft, theirs: KeptDraft): KeptDraft {
  const { begunAt = draft.begunAt } = theirs
  const { otherVersion: _other, ...own } = draft
  return {
    ...own,
    contact: undefined,
    ...aboutOf(theirs),
    ...contentOf(theirs.content),
    ...(begunAt === undefined ? {} : { begunAt }),
    edition: (draft.edition ?? 0) + 1,
  }
}

/** Adds drafts that this window does not have yet. */
function withNewDrafts(
  { desk, links }: LinkedDesk,
  stored: readonly StoredDraft[],
  options: FollowOptions,
): LinkedDesk {
  const known = new Set([
    ...desk.drafts.map(({ id }) => id),
    ...[...links.values()].map(({ storedId }) => storedId),
  ])
  const added = stored.filter(({ draft: { id } }) => !known.has(id) && !links.has(id) && !options.isBusy(id))
  if (added.length === 0) return { desk, links }
  // A file that another window is uploading is shown when the upload has ended.
  const shown = added.map(({ draft, keptAt }) => ({
    keptAt,
    draft: options.isFirst ? draft : withFilesIn(draft, arrived(filesIn(draft.content))),
  }))
  const drafts = shown.map(({ draft }) => draft)
  const next = new Map(links)
  for (const { draft, keptAt } of shown) {
    const theirs = new Set(uncertainOf(draft).map(({ attempt }) => attempt.clientToken))
    next.set(draft.id, { ...newLink(draft.id), keptAt, theirs, ...(keptAt > 0 ? { base: draft } : {}) })
  }
  const ids = new Set(drafts.map(({ id }) => id))
  const withoutThem = { ...desk, discarded: desk.discarded.filter(({ id }) => !ids.has(id)) }
  return {
    desk: options.isFirst ? opening(withoutThem, drafts) : restoring(withoutThem, drafts),
    links: next,
  }
}
