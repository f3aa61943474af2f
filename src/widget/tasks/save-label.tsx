import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import { scheduleLabel } from '../outcome/press/schedule-label.ts'
import { useSchedule } from '../fields/when/use-schedule.ts'

/** The words in the button that changes the time: the new time, once it is whole. */
export function SaveLabel({ isBusy }: { readonly isBusy: boolean }) {
  const { now } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().tasks
  const { schedule, instant } = useSchedule()
  if (isBusy) {
    return (
      <>
        <span className="tl-spinner" aria-hidden="true" />
        <span>{words.changing}</span>
      </>
    )
  }
  if (!instant) return <span>{words.saveAnyTime}</span>
  return <span>{scheduleLabel(schedule, instant, { now: now(), formats, write: words.saveTime })}</span>
}
