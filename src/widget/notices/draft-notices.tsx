import { frontOf, type Desk } from '../../drafts/desk/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { keepPlace } from '../controls/focus/keep-place.ts'
import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { Notice, NoticeButton } from './notice.tsx'
import type { Dismissals } from './use-dismissals.ts'
import { titleOf } from '../../drafts/desk/draft-title.ts'

export interface DraftNoticesProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  readonly dismissals: Dismissals
}

/** Says what other windows have done with the draft in front, and what an earlier page has sent. */
export function DraftNotices({ desk, drafts, dismissals }: DraftNoticesProps) {
  const messages = useLateMessages()
  const formats = useFormats()
  const words = messages.drafts
  const { id, kind, otherVersion, createdBefore } = frontOf(desk)
  const at = (milliseconds: number) => formats.instant(new Date(milliseconds))
  return (
    <div role="status">
      {otherVersion && (
        <Notice
          tone="warning"
          actions={
            <>
              <NoticeButton
                isAnswer
                onClick={({ currentTarget }) =>
                  keepPlace(
                    currentTarget,
                    () => void drafts.withSaved((saved) => saved.keepOwn(id)),
                    'contact',
                  )
                }
              >
                {words.keepOwn}
              </NoticeButton>
              <NoticeButton
                onClick={({ currentTarget }) =>
                  keepPlace(
                    currentTarget,
                    () => void drafts.withSaved((saved) => saved.takeOther(id)),
                    'contact',
                  )
                }
              >
                {words.takeOther}
              </NoticeButton>
            </>
          }
        >
          {words.twoVersions(titleOf(otherVersion.content))}
        </Notice>
      )}
      {desk.deletion && !dismissals.has(desk.deletion.deletedAt) && (
        <Notice onDismiss={() => dismissals.add(desk.deletion?.deletedAt)}>
          {words.deletedElsewhere(desk.deletion.isSomeKept)}
        </Notice>
      )}
      {createdBefore && !dismissals.has(`${id} ${createdBefore.createdAt}`) && (
        <Notice tone="warning" onDismiss={() => dismissals.add(`${id} ${createdBefore.createdAt}`)}>
          {words.createdBefore(kind, at(createdBefore.createdAt))}
        </Notice>
      )}
      {desk.textless.map((sent) => {
        const { clientToken, firstSentAt } = sent
        const settle = ({ currentTarget }: { readonly currentTarget: Element }) =>
          keepPlace(
            currentTarget,
            () => void drafts.withSaved((saved) => saved.settle(clientToken)),
            'contact',
          )
        return (
          <Notice
            key={clientToken}
            tone="warning"
            actions={
              <>
                <NoticeButton onClick={settle}>{words.did[sent.kind]}</NoticeButton>
                <NoticeButton onClick={settle}>{words.didNot[sent.kind]}</NoticeButton>
              </>
            }
          >
            {words.mayExist(sent, at(firstSentAt))}
          </Notice>
        )
      })}
    </div>
  )
}
