import { isSettled } from '../../client/attempts/submission-state.ts'
import { prepare } from '../../core/creating/prepare.ts'
import { createSnapshotStore } from '../../core/listeners/snapshot-store.ts'
import { isMessageDraft, type AnyDraft } from '../../core/message/any-draft.ts'
import { prepareMessage } from '../../core/message/prepare-message.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import { timeZoneOf } from '../../core/time/zoned-time.ts'
import { filesIn } from '../../drafts/desk/draft-files.ts'
import type { KeptDraft } from '../../drafts/desk/kept-draft.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import type { draftSubmissions } from '../../widget/form-model/submissions/draft-submissions.ts'
import { sendPressed, type PressNews } from '../../widget/outcome/press/send-pressed.ts'
import { messageRules } from '../seed/message-content.ts'
import type { WindowFiles } from './window-files.ts'
import type { WindowForm } from './window-form.ts'

export const windowZone = timeZoneOf('Europe/London')
const scheduleHorizonDays = 6

interface PressPlace {
  readonly drafts: DraftsAtHand
  readonly form: WindowForm
  readonly files: WindowFiles
  readonly submissions: ReturnType<typeof draftSubmissions>
  readonly now: () => Date
  /** The agent presses the button of a task with these files. */
  readonly onPress: (taskName: string, fileNames: readonly string[]) => void
}

/** Reads a draft as the form does when the agent presses the button. */
function prepared(content: AnyDraft, { id, contact, ...front }: KeptDraft, { files, now }: PressPlace) {
  const about = contact ? { contactId: contact.contactId, linkedContact: { channel: contact.channel } } : {}
  // The agent confirms for each message that the customer agreed.
  if (isMessageDraft(content))
    return prepareMessage({ ...content, hasConsent: true }, { now: now(), rules: messageRules, ...about })
  return prepare(
    { ...content, attachments: filesIn(front.content) },
    {
      now: now(),
      timeZone: windowZone,
      scheduleHorizonDays,
      isArriving: (fileId) => files.isArriving(id, fileId),
      ...about,
    },
  )
}

/** Returns the function that presses the button below the form. */
export function createPress(place: PressPlace): () => void {
  const { drafts, form, submissions, now, onPress } = place
  const sending = { current: { submissions, isBlocked: false } }
  const news = createSnapshotStore<PressNews>({})
  return () => {
    // Render first, because the agent never presses in the form of a draft that has left the front.
    form.render()
    const draft = form.front()
    const current = submissions.of(draft.id, draft.earlier)
    const state = current.getSnapshot()
    if (state.status === 'unknown') void current.askAgain()
    if (!isSettled(state)) return
    current.dismiss()
    const content = form.content() ?? emptyDraft
    const read = prepared(content, form.front(), place)
    if (!read.ok) return
    if (!isMessageDraft(content))
      onPress(
        content.name,
        filesIn(form.front().content).map(({ name }) => name),
      )
    const button = { buttonRef: { current: null }, leaveField: () => {} }
    // The agent wants no task twice and answers No if the panel asks.
    void sendPressed({ draft: form.front(), drafts, sending, news, ...button, now }, read.request)
  }
}
