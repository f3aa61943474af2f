import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import { scheduleLabel } from '../outcome/press/schedule-label.ts'
import { useSchedule } from '../fields/when/use-schedule.ts'

interface SaveButtonProps {
  readonly isBusy: boolean
  /** The present start of the task. */
  readonly scheduledAt: Date
}

/** The button that saves the new time. It names the time once it is complete. */
export function SaveButton({ isBusy, scheduledAt }: SaveButtonProps) {
  const { now } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().tasks
  const { schedule, instant } = useSchedule()
  const isSame = instant?.getTime() === scheduledAt.getTime()
  const label = () => {
    if (isSame) return words.chooseTime
    if (!instant) return words.saveAnyTime
    return scheduleLabel(schedule, instant, { now: now(), formats, write: words.saveTime })
  }
  return (
    <button
      type="submit"
      className="tl-primary"
      aria-disabled={isBusy || isSame || undefined}
      aria-busy={isBusy || undefined}
    >
      {isBusy && <span className="tl-spinner" aria-hidden="true" />}
      <span>{isBusy ? words.changing : label()}</span>
    </button>
  )
}
