import { useState } from 'react'
import type { Contact } from '../core/contact.ts'
import { AttributeRows, AttributesSummary } from './attributes-section.tsx'
import type { Inheritance } from './inherited-attributes.tsx'
import { LinkChoices, LinkSummary } from './link-section.tsx'
import { usePanelSetting } from './panel-setting.ts'
import { ReferenceRows, ReferencesSummary } from './references-section.tsx'
import { ScheduleFields, ScheduleSummary } from './schedule-section.tsx'
import { Section } from './section.tsx'

export type SectionName = 'schedule' | 'link' | 'references' | 'attributes'

export interface OpenSections {
  readonly isOpen: (section: SectionName) => boolean
  readonly toggle: (section: SectionName, isOpen: boolean) => void
  readonly open: (section: SectionName) => void
}

export function useOpenSections(): OpenSections {
  const [opened, setOpened] = useState<ReadonlySet<SectionName>>(new Set())
  const toggle = (section: SectionName, isOpen: boolean) =>
    setOpened((before) => {
      if (before.has(section) === isOpen) return before
      return isOpen ? new Set([...before, section]) : new Set([...before].filter((each) => each !== section))
    })
  return {
    isOpen: (section) => opened.has(section),
    toggle,
    open: (section) => toggle(section, true),
  }
}

export interface TaskSectionsProps {
  readonly sections: OpenSections
  readonly contact: Contact | undefined
  readonly inheritance: Inheritance
  readonly horizonDays: number
}

/** All that an agent may leave as it is: a line each, until it is wanted. */
export function TaskSections({ sections, contact, inheritance, horizonDays }: TaskSectionsProps) {
  const { messages } = usePanelSetting()
  const wiring = (name: SectionName) => ({
    isOpen: sections.isOpen(name),
    onToggle: (isOpen: boolean) => sections.toggle(name, isOpen),
  })
  return (
    <div className="tl-sections">
      <Section title={messages.when.title} summary={<ScheduleSummary />} {...wiring('schedule')}>
        <ScheduleFields horizonDays={horizonDays} />
      </Section>
      <Section title={messages.link.title} summary={<LinkSummary contact={contact} />} {...wiring('link')}>
        <LinkChoices contact={contact} />
      </Section>
      <Section title={messages.references.title} summary={<ReferencesSummary />} {...wiring('references')}>
        <ReferenceRows />
      </Section>
      <Section
        title={messages.attributes.title}
        summary={<AttributesSummary inherited={inheritance.attributes} />}
        {...wiring('attributes')}
      >
        <AttributeRows inheritance={inheritance} />
      </Section>
    </div>
  )
}
