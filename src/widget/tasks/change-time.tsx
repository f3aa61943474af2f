import { useEffect, useRef, type KeyboardEvent } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { Contact } from '../../core/contact/contact.ts'
import { scheduleHorizonDaysDefault } from '../../core/fields/schedule/horizon.ts'
import { scheduleAt } from '../../core/fields/schedule/schedule-at.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import type { TaskDraft, TaskRequest } from '../../core/task/task-parts.ts'
import { isUnderWay } from '../../client/attempts/submission-state.ts'
import { WhenChoices } from '../fields/when/when-choices.tsx'
import { useTimeZone } from '../form-model/use-time-zone.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { useMe } from '../setting/panel-queries.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import { newTimeResolver } from './new-time-resolver.ts'
import type { OwnTask } from './own-task.ts'
import { SaveButton } from './save-button.tsx'
import type { TaskHandle } from './use-task-commands.ts'

export interface ChangeTimeProps {
  readonly task: OwnTask
  /** The contact whose customer's clock is shown beside the agent's. */
  readonly contact: Contact | undefined
  readonly handle: TaskHandle
  /** Called when the new time is saved, or when the agent keeps the old one. */
  readonly onClose: () => void
}

/** Changes the start of a scheduled task, with the same picker and rules as the form. */
export function ChangeTime({ task, contact, handle, onClose }: ChangeTimeProps) {
  const { zone, now } = usePanelSetting()
  const late = useLateMessages()
  const words = late.tasks
  const timeZone = useTimeZone()
  const me = useMe().data
  const formRef = useRef<HTMLFormElement>(null)
  const { commands, changing } = handle
  const { contactId, scheduledAt = now(), expiresAt } = task
  const form = useForm<TaskDraft, unknown, TaskRequest>({
    defaultValues: { ...emptyDraft, schedule: scheduleAt(scheduledAt, scheduledAt, zone) },
    mode: 'onTouched',
    shouldFocusError: false,
    resolver: (draft, context, options) => {
      const bounds = {
        scheduleHorizonDays: me?.scheduleHorizonDays ?? scheduleHorizonDaysDefault,
        expiresAt,
        rules: me?.fields ?? {},
      }
      return newTimeResolver({ ...bounds, timeZone, now: now() }, late)(draft, context, options)
    },
  })
  useEffect(() => {
    formRef.current?.querySelector<HTMLElement>('input:checked')?.focus()
    formRef.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  const isBusy = isUnderWay(changing)
  const save = async ({ scheduledTime }: TaskRequest) => {
    if (!scheduledTime || isBusy) return
    if (scheduledTime.getTime() === scheduledAt.getTime()) return
    commands.change.dismiss()
    await commands.change.submit({ contactId, scheduledTime })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    if (event.key === 'Escape') onClose()
    // Ctrl+Enter saves the new time here. Elsewhere in the panel it creates the task of the form.
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) formRef.current?.requestSubmit()
    else return
    event.preventDefault()
  }
  return (
    <FormProvider {...form}>
      {/* The element only handles keys that bubble up. Its controls have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        ref={formRef}
        className="tl-change-time"
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(event) => void form.handleSubmit(save)(event)}
      >
        <fieldset className="tl-when">
          <legend>{words.newTime}</legend>
          <WhenChoices contact={contact} isLaterOnly />
        </fieldset>
        <div className="tl-task-actions">
          <SaveButton isBusy={isBusy} scheduledAt={scheduledAt} />
          {!isBusy && (
            <button type="button" onClick={onClose}>
              {words.keepTime}
            </button>
          )}
        </div>
      </form>
    </FormProvider>
  )
}
