import { useRef, type ComponentType } from 'react'
import type { Contact } from '../../core/contact/contact.ts'
import { keepFromSending } from '../controls/rows/row-keys.ts'
import { useOpenedByHand } from '../controls/use-opened-by-hand.ts'
import { useInheritanceByLink } from '../contact/use-inheritance-by-link.ts'
import { AttributeRows, AttributesSummary } from '../fields/attribute-rows.tsx'
import { LinkChoices, LinkSummary } from '../fields/link-choices.tsx'
import { ReferencesBody } from '../fields/references/references-body.tsx'
import { ReferencesSummary } from '../fields/references/references-summary.tsx'
import { useLateMessages } from '../late/late-messages.ts'
import type { Inheritance } from '../contact/use-inheritance.ts'
import { useComplaintCounts } from './use-complaint-counts.ts'
import type { SectionName } from '../form-model/form-fields.ts'

/** The facts that sections may need besides the draft. */
interface SectionCircumstances {
  readonly contact: Contact | undefined
  readonly isOpen: boolean
  readonly inheritance: Inheritance
}

interface SummaryCircumstances extends SectionCircumstances {
  /** The agent has been asked for the missing values. */
  readonly isMissingWrong: boolean
}

interface SectionParts {
  /** The whole section in one line. */
  readonly Summary: ComponentType<SummaryCircumstances>
  /** Its controls. */
  readonly Body: ComponentType<SectionCircumstances>
}

/** The fields that are sections of the form: one line each. */
const sections: Readonly<Record<SectionName, SectionParts>> = {
  link: { Summary: LinkSummary, Body: LinkChoices },
  references: { Summary: ReferencesSummary, Body: ReferencesBody },
  attributes: { Summary: AttributesSummary, Body: AttributeRows },
}

export interface SectionPartProps extends Omit<SectionCircumstances, 'inheritance'> {
  readonly name: SectionName
}

export function SectionSummary({ name, ...circumstances }: SectionPartProps) {
  const { Summary } = sections[name]
  const { corrections } = useLateMessages()
  const { missing, others } = useComplaintCounts(name)
  return (
    <>
      <Summary
        {...circumstances}
        inheritance={useInheritanceByLink(circumstances.contact)}
        isMissingWrong={missing > 0}
      />
      {others > 0 && (
        <>
          <span> </span>
          <strong className="tl-error">{corrections(others)}</strong>
        </>
      )}
    </>
  )
}

export function SectionBody({ name, ...circumstances }: SectionPartProps) {
  const { Body } = sections[name]
  const ref = useRef<HTMLDivElement>(null)
  // Scroll to the opened section: in a low window most of it would be below the edge.
  useOpenedByHand(ref, () => ref.current?.closest('details')?.scrollIntoView({ block: 'nearest' }))
  return (
    <div ref={ref} className="tl-stack" role="presentation" onKeyDown={keepFromSending}>
      <Body {...circumstances} inheritance={useInheritanceByLink(circumstances.contact)} />
    </div>
  )
}
