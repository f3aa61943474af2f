import { useFormContext, useWatch } from 'react-hook-form'
import type { Attribute } from '../core/attributes.ts'
import type { Contact } from '../core/contact.ts'
import { attributesByteLimit, referencesByteLimit } from '../core/limits.ts'
import type { TaskRequest } from '../core/task.ts'
import { scheduledInstant, type TaskDraft } from '../core/task-draft.ts'
import { useAttributeFigures, useReferenceFigures } from './draft-figures.ts'
import { usePanelSetting } from './panel-setting.ts'
import { useMinute } from './use-minute.ts'

/** The schedule as an instant in words, with its time zone. */
export function ScheduleSummary() {
  const { messages, formats, timeZone } = usePanelSetting()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const schedule = useWatch({ control, name: 'schedule' })
  const now = useMinute()
  if (schedule.when === 'now') return messages.when.now
  const { instant } = scheduledInstant(schedule, timeZone)
  if (!instant) return messages.when.unfinished
  const aheadMs = instant.getTime() - now.getTime()
  if (aheadMs <= 0) return formats.instant(instant)
  return messages.when.summary(formats.instant(instant), formats.fromNow(aheadMs))
}

export function LinkSummary({ contact }: { readonly contact: Contact | undefined }) {
  const words = usePanelSetting().messages.link
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const choice = useWatch({ control, name: 'link' })
  if (!contact || choice === 'none') return words.summaryNone
  return choice === 'related' ? words.summaryRelated(contact) : words.summaryPrevious(contact)
}

export function ReferencesSummary() {
  const { messages, formats } = usePanelSetting()
  const { count, usedBytes } = useReferenceFigures()
  if (count === 0) return messages.references.empty
  return messages.references.summary(count, formats.number(usedBytes), formats.number(referencesByteLimit))
}

export function AttributesSummary({ inherited }: { readonly inherited: readonly Attribute[] }) {
  const { messages, formats } = usePanelSetting()
  const { ownCount, inheritedCount, totalBytes } = useAttributeFigures(inherited)
  if (ownCount + inheritedCount === 0) return messages.attributes.empty
  return messages.attributes.summary(
    ownCount,
    inheritedCount,
    formats.number(totalBytes),
    formats.number(attributesByteLimit),
  )
}
