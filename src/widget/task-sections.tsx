import type { ReactNode } from 'react'
import type { Contact } from '../core/contact.ts'
import { attributesAccess, linkAccess, referencesAccess, scheduleAccess } from '../core/field-rules.ts'
import type { Inheritance } from './use-inheritance.ts'
import { useFieldRules, usePanelSetting } from './panel-setting.ts'
import { AttributesSummary, LinkSummary, ReferencesSummary, ScheduleSummary } from './section-summaries.tsx'
import { Section } from './section.tsx'
import type { OpenSections } from './use-open-sections.ts'
import type { LateSectionBody, SectionName } from './use-section-body.ts'

export interface TaskSectionsProps {
  readonly sections: OpenSections
  readonly body: LateSectionBody
  readonly contact: Contact | undefined
  readonly inheritance: Inheritance
  readonly horizonDays: number
}

const accessBySection = {
  schedule: scheduleAccess,
  link: linkAccess,
  references: referencesAccess,
  attributes: attributesAccess,
} as const satisfies Record<SectionName, unknown>

/** All that an agent may leave as it is: a line each, until it is wanted. */
export function TaskSections({ sections, body, contact, inheritance, horizonDays }: TaskSectionsProps) {
  const { messages } = usePanelSetting()
  const rules = useFieldRules()
  const section = (name: SectionName, title: string, summary: ReactNode) => {
    if (accessBySection[name](rules) === 'hidden') return null
    const isOpen = sections.isOpen(name)
    return (
      <Section
        name={name}
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
