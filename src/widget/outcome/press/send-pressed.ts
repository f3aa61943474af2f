import type { RefObject } from 'react'
import type { TaskSubmissions } from '../../../client/commands/create-task.ts'
import type { UncertainAttempt } from '../../../core/attempts/attempt.ts'
import { isRepeatOf, taskFingerprint, type RepeatableTask } from '../../../core/attempts/repeated-task.ts'
import type { SnapshotStore } from '../../../core/listeners/snapshot-store.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import type { KeptDraft } from '../../../drafts/desk/kept-draft.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { noteUnsent } from './unsent-presses.ts'

/** Why the last press of the button has sent nothing. */
export interface PressNews {
  /** The CCP belongs to another agent. */
  readonly isRefused?: true
  /** The same task exists or may exist, and the agent is asked. */
  readonly repeat?: RepeatedTask
  /** The repeat that the agent wants: a second try after a failure is not asked about again. */
  readonly confirmed?: string
}

export interface RepeatedTask {
  /** In milliseconds since the epoch; of an attempt in doubt, when it was sent. */
  readonly createdAt: number
  readonly fingerprint: string
  /** Another draft has sent it, and it is not known what became of it. */
  readonly isInDoubt?: true
}

/** The panel as it is when the press can be carried out. It outlives the form of one draft. */
export interface Sending {
  readonly submissions: TaskSubmissions | undefined
  /** The CCP's agent is, or may be, another person. */
  readonly isBlocked: boolean
}

interface PressedButton {
  readonly form: { readonly querySelector: (selector: string) => unknown } | null
}

/** A press of the button. It may wait until the rules have been loaded, and the agent may turn to another contact meanwhile. */
export interface PressedDraft {
  /** As it was pressed. */
  readonly draft: Pick<KeptDraft, 'id' | 'edition'>
  readonly drafts: Pick<DraftsAtHand, 'getSnapshot' | 'subscribe' | 'ledger'>
  readonly sending: RefObject<Sending>
  readonly news: SnapshotStore<PressNews>
  /** Empty once the form of the press has left the screen. */
  readonly buttonRef: RefObject<PressedButton | null>
  readonly leaveField: () => void
  readonly now: () => Date
}

/** Sends what the agent has pressed for, or says why nothing is sent. Without a request, the rules have refused it. */
export async function sendPressed(press: PressedDraft, request: TaskRequest | undefined): Promise<void> {
  const { drafts, news, sending, buttonRef } = press
  const { submissions, isBlocked } = sending.current
  const draft = drafts.getSnapshot().drafts.find(({ id }) => id === press.draft.id)
  if (!draft || draft.phase === 'created') return
  const repeat = request && repeatIn(press, request)
  // Another window may have replaced the text that was on the screen.
  const mayGo = request && submissions && !isBlocked && !repeat && draft.edition === press.draft.edition
  if (buttonRef.current) {
    const { confirmed } = news.getSnapshot()
    news.set({
      ...(isBlocked && request ? { isRefused: true } : {}),
      ...(repeat && !isBlocked ? { repeat } : {}),
      ...(confirmed === undefined ? {} : { confirmed }),
    })
    // The agent may have gone on meanwhile. A field is disabled while the task is sent, and would lose the focus.
    if (mayGo && buttonRef.current.form?.querySelector('fieldset :focus')) press.leaveField()
  } else if (!mayGo) noteUnsent(drafts, draft.id)
  if (mayGo) await submissions.of(draft.id, draft.earlier).submit(request)
}

function repeatIn(
  { draft, drafts, news, now }: PressedDraft,
  request: TaskRequest,
): RepeatedTask | undefined {
  const fingerprint = taskFingerprint(request)
  if (news.getSnapshot().confirmed === fingerprint) return undefined
  const same = drafts.ledger.getSnapshot().find((entry) => isRepeatOf(request, entry, now()))
  if (same) return { createdAt: same.createdAt, fingerprint }
  const inDoubt = drafts
    .getSnapshot()
    .drafts.filter(({ id }) => id !== draft.id)
    .flatMap(({ earlier }) => earlier?.uncertain.map(taskInDoubt) ?? [])
    .find((task) => isRepeatOf(request, task, now()))
  return inDoubt && { createdAt: inDoubt.createdAt, fingerprint, isInDoubt: true }
}

function taskInDoubt({ attempt: { request }, firstSentAt }: UncertainAttempt<TaskRequest>): RepeatableTask {
  const { scheduledTime } = request
  return {
    fingerprint: taskFingerprint(request),
    createdAt: firstSentAt,
    ...(scheduledTime ? { scheduledAt: scheduledTime.getTime() } : {}),
  }
}
