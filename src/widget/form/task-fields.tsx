import type { DraftUploads } from '../../client/uploads/drafts/draft-uploads.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { ChoicesContext } from '../fields/destination/choices-context.ts'
import { WhenField } from '../fields/when/when-field.tsx'
import { DraftUploadsContext } from '../form-model/uploads/draft-uploads-context.ts'
import type { Draft } from '../form-model/draft/use-draft.ts'
import { Late } from '../late/late.tsx'
import { openFields } from './open-fields.ts'
import { TaskSections, type TaskSectionsProps } from './task-sections.tsx'

interface TaskFieldsProps extends TaskSectionsProps {
  readonly drafts: Pick<DraftsAtHand, 'choices'>
  readonly uploads: DraftUploads | undefined
  /** A task that is being sent must not be edited. */
  readonly isSettled: boolean
  readonly onReading: Draft['showTemplate']
}

/** The fields of a task, in the order of the form. */
export function TaskFields({ contact, drafts, uploads, sections, isSettled, onReading }: TaskFieldsProps) {
  return (
    <DraftUploadsContext value={uploads}>
      <fieldset className="tl-stack tl-plain" disabled={!isSettled}>
        <ChoicesContext value={drafts.choices}>
          {Object.entries(openFields).map(([name, Control]) => (
            <Control key={name} />
          ))}
          <Late fallback={null}>
            {({ TemplateForm }) => <TemplateForm contact={contact} onReading={onReading} />}
          </Late>
        </ChoicesContext>
        <WhenField contact={contact} />
        <TaskSections sections={sections} contact={contact} />
        <Late fallback={null}>{({ CarryOverValues }) => <CarryOverValues />}</Late>
      </fieldset>
    </DraftUploadsContext>
  )
}
