import type { Contact } from '../../core/contact.ts'
import { AttributeRows } from '../fields/attribute-rows.tsx'
import { LinkChoices } from '../fields/link-choices.tsx'
import { ReferenceRows } from '../fields/reference-rows.tsx'
import { ScheduleFields } from '../fields/schedule-fields.tsx'
import type { SectionName } from './section-name.ts'
import type { Inheritance } from '../contact/use-inheritance.ts'

export interface SectionBodyProps {
  readonly name: SectionName
  readonly isOpen: boolean
  readonly contact: Contact | undefined
  readonly inheritance: Inheritance
  readonly horizonDays: number
}

/** What a section shows when it is open. */
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
