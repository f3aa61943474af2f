import { withUncertain } from '../../core/attempts/attempt.ts'
import { withDraft } from '../desk/desk-changes.ts'
import { newLink, uncertainOf, type DraftLink } from './draft-link.ts'
import { replacedBy, type LinkedDesk } from './follow-store.ts'
import { branched } from '../desk/draft-family.ts'
import type { KeptDraft } from '../desk/kept-draft.ts'

/** The agent keeps the text of this window. The other text can be brought back. */
export const keepingOwn = (before: LinkedDesk, id: string): LinkedDesk =>
  chosen(before, id, ({ draft, other, link, otherKeptAt }) => {
    const { otherVersion: _other, ...own } = draft
    return {
      draft: own,
      discarded: discardedText(other, crypto.randomUUID()),
      // The text of this window is written over the other one.
      link: {
        ...newLink(id),
        keptAt: otherKeptAt,
        tokens: link.tokens,
        theirs: link.theirs,
        seen: link.seen,
      },
    }
  })

/** The agent takes the text of the other window. The text of this one can be brought back. */
export const takingOther = (before: LinkedDesk, id: string): LinkedDesk =>
  chosen(before, id, ({ draft, other, link, otherKeptAt }) => {
    const next = withAttemptsOf(replacedBy(draft, other), other)
    return {
      draft: next,
      discarded: discardedText(draft, crypto.randomUUID()),
      link: {
        ...newLink(id),
        keptAt: otherKeptAt,
        base: next,
        tokens: link.tokens,
        theirs: link.theirs,
        seen: link.seen,
      },
    }
  })

interface TwoVersions {
  readonly draft: KeptDraft
  readonly other: KeptDraft
  readonly link: DraftLink
  readonly otherKeptAt: number
}

interface Chosen {
  readonly draft: KeptDraft
  readonly discarded: KeptDraft
  readonly link: DraftLink
}

function chosen(
  { desk, links }: LinkedDesk,
  id: string,
  choose: (versions: TwoVersions) => Chosen,
): LinkedDesk {
  const draft = desk.drafts.find((each) => each.id === id)
  const link = links.get(id)
  if (!draft?.otherVersion || link?.otherKeptAt === undefined) return { desk, links }
  const choice = choose({ draft, other: draft.otherVersion, link, otherKeptAt: link.otherKeptAt })
  const next = withDraft(desk, id, () => choice.draft)
  return {
    desk: { ...next, discarded: [...next.discarded, choice.discarded] },
    // The text under the second id has left the desk, so it is deleted.
    links: new Map([
      ...links,
      [link.storedId, { ...link, tokens: new Set<string>(), theirs: new Set<string>() }],
      [id, choice.link],
    ]),
  }
}

const discardedText = (
  { otherVersion: _other, createdBefore: _before, ...draft }: KeptDraft,
  id: string,
): KeptDraft => ({ ...branched(draft, id), phase: 'begun', earlier: undefined })

/** From now on this window asks about the attempts of the other window too. */
function withAttemptsOf(draft: KeptDraft, other: KeptDraft): KeptDraft {
  const uncertain = uncertainOf(other).reduce(withUncertain, uncertainOf(draft))
  const latest = other.earlier?.latest ?? draft.earlier?.latest
  return latest ? { ...draft, phase: 'asked', earlier: { latest, uncertain } } : draft
}
