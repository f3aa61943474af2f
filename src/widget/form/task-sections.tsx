import type { Contact } from '../../core/contact/contact.ts'
import { useFormRules } from '../form-model/rules/form-rules.ts'
import { Late } from '../late/late.tsx'
import { usePanelSetting } from '../setting/panel-setting.ts'
import { sectionNames } from '../form-model/form-fields.ts'
import { Section } from './section.tsx'
import type { OpenSections } from './use-open-sections.ts'

export interface TaskSectionsProps {
  readonly sections: OpenSections
  readonly contact: Contact | undefined
}

/** The fields that an agent may leave as they are: one line each until the agent opens it. */
export function TaskSections({ sections, contact }: TaskSectionsProps) {
  const { messages } = usePanelSetting()
  const { access } = useFormRules()
  return (
    <div className="tl-sections">
      {sectionNames.map((name) => {
        if (access(name) === 'hidden') return null
        const isOpen = sections.isOpen(name)
        const props = { name, isOpen, contact }
        return (
          <Section
            key={name}
            name={name}
            title={messages.sections[name]}
            summary={<Late fallback={null}>{({ SectionSummary }) => <SectionSummary {...props} />}</Late>}
            isOpen={isOpen}
            onToggle={(opened) => sections.toggle(name, opened)}
          >
            <Late>{({ SectionBody }) => <SectionBody {...props} />}</Late>
          </Section>
        )
      })}
    </div>
  )
}
