import type { Contact } from '../../core/contact.ts'
import { attributesAccess, linkAccess, referencesAccess, scheduleAccess } from '../../core/field-rules.ts'
import { LatePart } from '../late-part.tsx'
import { useFieldRules, usePanelSetting } from '../panel-setting.ts'
import { useLoadedParts } from '../late-context.ts'
import type { SectionName } from './section-name.ts'
import { Section } from './section.tsx'
import type { Inheritance } from '../contact/use-inheritance.ts'
import type { OpenSections } from './use-open-sections.ts'

export interface TaskSectionsProps {
  readonly sections: OpenSections
  readonly contact: Contact | undefined
  readonly inheritance: Inheritance
  readonly horizonDays: number
}

const sectionNames = [
  'schedule',
  'link',
  'references',
  'attributes',
] as const satisfies readonly SectionName[]

const accessBySection = {
  schedule: scheduleAccess,
  link: linkAccess,
  references: referencesAccess,
  attributes: attributesAccess,
} as const satisfies Record<SectionName, unknown>

/** All that an agent may leave as it is: a line each, until it is wanted. */
export function TaskSections({ sections, ...circumstances }: TaskSectionsProps) {
  const { messages } = usePanelSetting()
  const rules = useFieldRules()
  const parts = useLoadedParts()
  return (
    <div className="tl-sections">
      {sectionNames.map((name) => {
        if (accessBySection[name](rules) === 'hidden') return null
        const isOpen = sections.isOpen(name)
        return (
          <Section
            key={name}
            name={name}
            title={messages.sections[name]}
            summary={parts && <parts.SectionSummary name={name} {...circumstances} />}
            isOpen={isOpen}
            onToggle={(opened) => sections.toggle(name, opened)}
          >
            <LatePart>
              {({ SectionBody }) => <SectionBody name={name} isOpen={isOpen} {...circumstances} />}
            </LatePart>
          </Section>
        )
      })}
    </div>
  )
}
