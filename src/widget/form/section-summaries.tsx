import { useFormContext, useWatch } from 'react-hook-form'
import type { Contact } from '../../core/contact.ts'
import { carriedLink } from '../../core/field-rules.ts'
import { attributesByteLimit, referencesByteLimit } from '../../core/limits.ts'
import type { TaskRequest } from '../../core/task-request.ts'
import { scheduledInstant } from '../../core/read-draft.ts'
import type { TaskDraft } from '../../core/task-draft.ts'
import { useAttributeFigures, useReferenceFigures } from '../form-model/draft-figures.ts'
import { useLateMessages } from '../late-messages.ts'
import { useFieldRules, usePanelSetting } from '../panel-setting.ts'
import type { SectionName } from './section-name.ts'
import type { Inheritance } from '../contact/use-inheritance.ts'
import { useMinute } from '../controls/use-minute.ts'

interface SectionSummaryProps {
  readonly name: SectionName
  readonly contact: Contact | undefined
  readonly inheritance: Inheritance
}

/** What a section holds, in one line. */
export function SectionSummary({ name, contact, inheritance }: SectionSummaryProps) {
  switch (name) {
    case 'schedule':
      return <ScheduleSummary />
    case 'link':
      return <LinkSummary contact={contact} />
    case 'references':
      return <ReferencesSummary />
    case 'attributes':
      return <AttributesSummary inheritance={inheritance} />
  }
}

/** The schedule as an instant in words, with its time zone. */
export function ScheduleSummary() {
  const { formats, timeZone } = usePanelSetting()
  const { when: words } = useLateMessages()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const schedule = useWatch({ control, name: 'schedule' })
  const now = useMinute()
  if (schedule.when === 'now') return words.now
  const { instant } = scheduledInstant(schedule, timeZone)
  if (!instant) return words.unfinished
  const aheadMs = instant.getTime() - now.getTime()
  if (aheadMs <= 0) return formats.instant(instant)
  return words.summary(formats.instant(instant), formats.fromNow(aheadMs))
}

function LinkSummary({ contact }: { readonly contact: Contact | undefined }) {
  const words = useLateMessages().link
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const chosen = useWatch({ control, name: 'link' })
  const choice = carriedLink(chosen, useFieldRules(), contact?.channel)
  if (!contact || choice === 'none') return words.summaryNone
  return choice === 'related' ? words.summaryRelated(contact) : words.summaryPrevious(contact)
}

function ReferencesSummary() {
  const { formats } = usePanelSetting()
  const messages = useLateMessages()
  const { count, missingCount, usedBytes } = useReferenceFigures()
  if (count + missingCount === 0) return messages.references.empty
  const held =
    count === 0
      ? ''
      : messages.references.summary(count, formats.number(usedBytes), formats.number(referencesByteLimit))
  return <WithMissing count={missingCount}>{held}</WithMissing>
}

export function AttributesSummary({ inheritance }: { readonly inheritance: Inheritance }) {
  const { formats } = usePanelSetting()
  const messages = useLateMessages()
  const { ownCount, missingCount, inheritedCount, totalBytes } = useAttributeFigures(inheritance)
  const isEmpty = ownCount + inheritedCount === 0
  if (isEmpty && missingCount === 0) return messages.attributes.empty
  const held = isEmpty
    ? ''
    : messages.attributes.summary(
        ownCount,
        inheritedCount,
        formats.number(totalBytes),
        formats.number(attributesByteLimit),
      )
  return <WithMissing count={missingCount}>{held}</WithMissing>
}

/** What is asked for stands first: a closed section must not keep it for the moment of sending. */
function WithMissing({ count, children }: { readonly count: number; readonly children: string }) {
  const messages = useLateMessages()
  if (count === 0) return children
  return (
    <>
      <strong>{messages.missing(count)}</strong>
      {children && ` · ${children}`}
    </>
  )
}
