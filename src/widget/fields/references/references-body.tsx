import type { Contact } from '../../../core/contact/contact.ts'
import { fieldAccess } from '../../../core/task/task-rules.ts'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { ContactReferences } from './contact-references.tsx'
import { WithFiles } from './files/task-files.tsx'
import { ReferenceRows } from './reference-rows.tsx'

export interface ReferencesBodyProps {
  readonly contact: Contact | undefined
  readonly isOpen: boolean
}

/** The task's references and files, and the contact's references that can be added to the task. */
export function ReferencesBody({ contact, isOpen }: ReferencesBodyProps) {
  const isShown = fieldAccess('references', useFieldRules()) !== 'hidden'
  return (
    <WithFiles isLookedAt={isOpen}>
      {(files) => (
        <>
          {isShown && <ReferenceRows />}
          {files}
          {isShown && contact && <ContactReferences contact={contact} isLookedAt={isOpen} />}
        </>
      )}
    </WithFiles>
  )
}
