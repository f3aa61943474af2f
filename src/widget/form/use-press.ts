import { useRef, useState, type FormEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { DraftSubmission, DraftSubmissionState } from '../../client/submissions/draft-submission.ts'
import { createSnapshotStore, type SnapshotStore } from '../../core/listeners/snapshot-store.ts'
import type { AnyRequest } from '../../core/message/any-draft.ts'
import { useLateLoader } from '../late/late.tsx'
import { pressMeans } from '../outcome/press/press-means.ts'
import type { PressedDraft, PressNews } from '../outcome/press/send-pressed.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'

export interface Press {
  /** Handles a submit by the button, or by a key from anywhere in the panel. */
  readonly onSubmit: (event: FormEvent, state: DraftSubmissionState) => void
  readonly news: SnapshotStore<PressNews>
  /** The control that had the focus when the task was sent. */
  readonly pressedFrom: RefObject<HTMLElement | null>
}

/** A form whose valid values are a request. */
interface PressedForm<Request extends AnyRequest> {
  readonly handleSubmit: (
    onValid: (request: Request) => unknown,
    onInvalid: () => unknown,
  ) => (event: FormEvent) => Promise<unknown>
}

export interface PressOptions<Request extends AnyRequest> extends Pick<
  PressedDraft,
  'draft' | 'drafts' | 'sending'
> {
  readonly form: PressedForm<Request>
  /** Absent until the code for it has been loaded. */
  readonly submission: DraftSubmission | undefined
  readonly buttonRef: RefObject<HTMLButtonElement | null>
}

/** The question that is open beside the button. */
const questionAt = ({ current }: RefObject<HTMLElement | null>) =>
  current?.parentElement?.querySelector<HTMLElement>('[data-asks]') ?? undefined

/** Sends the draft when the agent presses the button. */
export function usePress<Request extends AnyRequest>(options: PressOptions<Request>): Press {
  const { form, submission, buttonRef, ...pressed } = options
  const { now } = usePanelSetting()
  const late = useLateLoader()
  const [news] = useState(() => createSnapshotStore<PressNews>({}))
  const pressedFrom = useRef<HTMLElement>(null)
  const leaveField = () => {
    const button = buttonRef.current
    const places = [button?.form, button?.parentElement]
    pressedFrom.current =
      places.map((place) => place?.querySelector<HTMLElement>(':focus')).find((focused) => focused) ?? null
    button?.focus()
  }
  const send = async (request?: AnyRequest) => {
    const { sendPressed } = await late.loaded
    await sendPressed({ ...pressed, news, now, buttonRef, leaveField }, request)
  }
  const press = (event: FormEvent) => {
    if (pressed.sending.current.isBlocked) {
      news.set({ ...news.getSnapshot(), isRefused: true })
      return
    }
    // Remove the news about the previous press.
    submission?.dismiss()
    void form.handleSubmit(
      (request) => send(request),
      () => send(),
    )(event)
  }
  return {
    onSubmit: (event, state) => {
      event.preventDefault()
      const token = state.attempt?.clientToken
      const mayAsk = token !== undefined && submission?.mayAskAgain(token) === true
      const meaning = () =>
        pressMeans({ state, mayAsk, news: news.getSnapshot(), isAsked: questionAt(buttonRef) !== undefined })
      // Leaving the field may change the draft, and then the question no longer applies. So move the focus first.
      if (meaning() === 'answer-first') flushSync(() => questionAt(buttonRef)?.focus())
      const means = meaning()
      if (means === 'answer-first') return
      // The agent may press a key in a field, and its value is final only when they leave it.
      leaveField()
      if (means === 'send') press(event)
      else if (means === 'check') void submission?.askAgain()
    },
    news,
    pressedFrom,
  }
}
