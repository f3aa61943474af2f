import { useEffect, useMemo, useRef } from 'react'
import { FormProvider, useWatch } from 'react-hook-form'
import { isOver, isSettled } from '../../../client/attempts/submission-state.ts'
import type { DraftSubmissionState } from '../../../client/submissions/draft-submission.ts'
import { toField } from '../../../core/message/fields/to.ts'
import { frontOf, isUndecided } from '../../../drafts/desk/desk.ts'
import { ContactHeader } from '../../contact/contact-header.tsx'
import { useFirstFocus } from '../../controls/focus/use-first-focus.ts'
import type { MessageFormProps } from '../mode/message-mode-context.ts'
import { SubmitBar } from '../../form/submit-bar.tsx'
import { useOpenSections } from '../../form/use-open-sections.ts'
import { usePress } from '../../form/use-press.ts'
import { useSubmissionState } from '../../form-model/submissions/use-submissions.ts'
import { isAnotherAgent, isUnsure } from '../../contact/session-agent.ts'
import { use } from '../../setting/react-19.ts'
import { useMe } from '../../setting/panel-queries.ts'
import { LateLanguageContext } from '../../late/late-messages.ts'
import { KeysPlace, NoticesPlace } from '../../notices/notices-place.tsx'
import { MessageResult } from '../accepted/message-result.tsx'
import { ConsentField } from '../fields/consent-field.tsx'
import { MessageWordsContext } from '../mode/message-words.ts'
import type { MessageSection } from '../model/message-path.ts'
import {
  useMessageDraft,
  type KeptMessage,
  type MessageDraftHandle,
  type OfferedMessage,
} from '../model/use-message-draft.ts'
import type { MessageFormModel } from '../model/use-message-form.ts'
import { sendBlockOf, type SendBlock } from '../model/send-block.ts'
import { useMinute } from '../../controls/use-minute.ts'
import { useDistrustOptions, useMessageOptions } from '../model/use-message-options.ts'
import { MessageFields } from './message-fields.tsx'
import { MessageNotices } from './message-notices.tsx'
import { MessageLabel } from './message-label.tsx'
import { OptionsRead } from './options-read.tsx'

/** A message from the first letter to the answer of Connect. */
export function MessageForm({ words, ...props }: MessageFormProps) {
  const usual = use(LateLanguageContext)
  const language = useMemo(
    () => usual && { ...usual, words: { ...usual.words, ...words.outcome } },
    [usual, words],
  )
  const { desk } = props
  const front = frontOf(desk)
  if (front.kind !== 'message') return null
  return (
    <MessageWordsContext value={words}>
      <LateLanguageContext value={language}>
        <OpenMessage {...props} front={front} words={words} />
      </LateLanguageContext>
    </MessageWordsContext>
  )
}

/** After these failures the panel reads senders, flows and templates again. */
const distrusting: ReadonlySet<string> = new Set([
  'destination-gone',
  'invalid',
  'quiet-hours',
  'message-interval',
  'recipient-refused',
])

/** Shows each refusal of the proxy at the fields it is about. */
function useRefusals(state: DraftSubmissionState, showRefusal: MessageDraftHandle['showRefusal']): void {
  const distrustOptions = useDistrustOptions()
  const failure = state.status === 'not-done' ? state.failure : undefined
  useEffect(() => {
    if (!failure) return
    showRefusal(failure)
    if (distrusting.has(failure.code)) distrustOptions()
    // Runs only for a new failure. The functions are other ones at each rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [failure])
}

interface OpenMessageProps extends MessageFormProps {
  readonly front: KeptMessage
}

function OpenMessage(props: OpenMessageProps) {
  const { front, words, awaited, desk, drafts, submission, sending } = props
  const { isAskedFor, isFirstFocusWanted, onAskedFor } = props
  const { contact } = front
  const read = useMessageOptions(contact)
  const { form, rules, isBlocked, showRefusal } = useBlockable(props, read.data)
  const state = useSubmissionState(submission)
  const block = useSendBlock(form.control, rules, contact !== undefined || isUndecided(desk))
  const sections = useOpenSections<MessageSection>()
  useRefusals(state, showRefusal)
  const chooserRef = useRef<HTMLDivElement>(null)
  const buttonRef = useRef<HTMLButtonElement>(null)
  const press = usePress({ form, submission, draft: front, drafts, sending, buttonRef })
  useFirstFocus(buttonRef, isFirstFocusWanted, isAskedFor, { first: 'text', isThere: rules !== undefined })
  const isAccepted = isOver(state)
  // Announces the result to an agent whose focus is in the CCP, and leaves the focus there.
  const news = (
    <span className="tl-visually-hidden" role="status">
      {isAccepted ? words.accepted.title : ''}
    </span>
  )
  if (isAccepted || (front.phase === 'created' && front.isElsewhere))
    return (
      <>
        {news}
        <MessageResult {...{ state, submission, drafts, draft: front, contact, onAskedFor }} />
        <NoticesPlace />
      </>
    )
  return (
    <>
      {news}
      <FormProvider {...form}>
        <ContactHeader {...{ desk, drafts, awaited, chooserRef }} isSettled={isSettled(state)} />
        <KeysPlace />
        <form noValidate onSubmit={(event) => press.onSubmit(event, state)}>
          {/* A message that is being sent must not be edited. */}
          <fieldset className="tl-stack tl-plain" disabled={!isSettled(state)}>
            {rules ? (
              <MessageFields rules={rules} contact={contact} sections={sections} />
            ) : (
              <OptionsRead read={read} />
            )}
          </fieldset>
          <SubmitBar
            {...{ desk, drafts, state, buttonRef }}
            // `aria-disabled` only: a press moves the focus to the number and says why no message can be sent.
            isBlocked={isBlocked || !rules || block !== undefined}
            notices={
              submission && (
                <MessageNotices
                  {...{ state, submission, drafts, isBlocked, sections, buttonRef }}
                  pressNews={press.news}
                  pressedFrom={press.pressedFrom}
                  isToFixed={rules !== undefined && toField.access(rules) === 'locked'}
                  chooserRef={isUndecided(desk) ? chooserRef : undefined}
                />
              )
            }
            above={rules && <ConsentField rules={rules} isDisabled={!isSettled(state)} />}
          >
            {submission && <MessageLabel {...{ state, block }} />}
          </SubmitBar>
        </form>
      </FormProvider>
    </>
  )
}

/** The reason why no message can be sent now, independent of its text. */
function useSendBlock(
  control: MessageFormModel['control'],
  rules: OfferedMessage | undefined,
  hasContact: boolean,
): SendBlock | undefined {
  const to = useWatch({ control, name: 'to' })
  const now = useMinute()
  return rules && sendBlockOf(rules, { to, hasContact }, now)
}

/** The draft, and whether the CCP's agent is, or may be, another person: the message would be sent in the wrong name. */
function useBlockable(
  { session, front, desk, drafts }: OpenMessageProps,
  options: Parameters<typeof useMessageDraft>[3],
) {
  const me = useMe().data
  return {
    ...useMessageDraft(front, desk, drafts, options),
    isBlocked: isAnotherAgent(session, me) || isUnsure(session, me),
  }
}
