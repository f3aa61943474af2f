import { AttributeRows } from './attribute-rows.tsx'
import { LinkChoices } from './link-choices.tsx'
import { ReferenceRows } from './reference-rows.tsx'
import { ScheduleFields } from './schedule-fields.tsx'
import type { SectionBodyProps } from './use-section-body.ts'

// What makes a wall-clock time readable comes with the inputs that hold one.
export { timeZoneNamed } from '../core/zoned-time.ts'

/** What a section shows when it is open. A chunk of its own: the closed form is all an agent waits for. */
export function SectionBody({ name, isOpen, contact, inheritance, horizonDays }: SectionBodyProps) {
  switch (name) {
    case 'schedule':
      return <ScheduleFields horizonDays={horizonDays} />
    case 'link':
      return <LinkChoices contact={contact} isOpen={isOpen} />
    case 'references':
      return <ReferenceRows />
    case 'attributes':
      return <AttributeRows inheritance={inheritance} />
  }
}
