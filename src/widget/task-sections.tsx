import type { ReactNode } from 'react'
import type { Contact } from '../core/contact.ts'
import type { Inheritance } from './use-inheritance.ts'
import { usePanelSetting } from './panel-setting.ts'
import { AttributesSummary, LinkSummary, ReferencesSummary, ScheduleSummary } from './section-summaries.tsx'
import { Section } from './section.tsx'
import type { OpenSections } from './use-open-sections.ts'
import { useSectionBody, type SectionName } from './use-section-body.ts'

export interface TaskSectionsProps {
  readonly sections: OpenSections
  readonly contact: Contact | undefined
  readonly inheritance: Inheritance
  readonly horizonDays: number
}

/** All that an agent may leave as it is: a line each, until it is wanted. */
export function TaskSections({ sections, contact, inheritance, horizonDays }: TaskSectionsProps) {
  const { messages } = usePanelSetting()
  const body = useSectionBody()
  const section = (name: SectionName, title: string, summary: ReactNode) => {
    const isOpen = sections.isOpen(name)
    return (
      <Section
        title={title}
        summary={summary}
        isOpen={isOpen}
        onToggle={(opened) => sections.toggle(name, opened)}
      >
        {body.status === 'loading' && <p>{messages.panel.loading}</p>}
        {body.status === 'failed' && (
          <p>
            {messages.panel.partMissing}{' '}
            <button type="button" onClick={body.retry}>
              {messages.panel.retry}
            </button>
          </p>
        )}
        {body.status === 'loaded' && (
          <body.SectionBody {...{ name, isOpen, contact, inheritance, horizonDays }} />
        )}
      </Section>
    )
  }
  return (
    <div className="tl-sections">
      {section('schedule', messages.when.title, <ScheduleSummary />)}
      {section('link', messages.link.title, <LinkSummary contact={contact} />)}
      {section('references', messages.references.title, <ReferencesSummary />)}
      {section(
        'attributes',
        messages.attributes.title,
        <AttributesSummary inherited={inheritance.attributes} />,
      )}
    </div>
  )
}
