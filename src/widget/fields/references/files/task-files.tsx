import type { ReactNode } from 'react'
import { attachmentsAccess } from '../../../../core/fields/attachments/attachments-rule.ts'
import { useFieldRules } from '../../../form-model/rules/form-rules.ts'
import { FileKindContext } from './file-kind-context.ts'
import { FileList } from './file-list.tsx'
import { useFileChooser } from './choosing/use-file-chooser.ts'
import { useTaskFiles } from './use-task-files.ts'

export interface TaskFilesProps {
  /** The limits for files are read only while the agent looks at the section. */
  readonly isLookedAt: boolean
  /** Renders the references around the list of files. */
  readonly children: (list: ReactNode) => ReactNode
}

/** Offers files as a type of reference, unless the organisation allows no files. */
export function WithFiles({ isLookedAt, children }: TaskFilesProps) {
  const isHidden = attachmentsAccess(useFieldRules()) === 'hidden'
  return isHidden ? children(null) : <Offered isLookedAt={isLookedAt}>{children}</Offered>
}

function Offered({ isLookedAt, children }: TaskFilesProps) {
  const task = useTaskFiles(isLookedAt)
  const chooser = useFileChooser()
  const kind = {
    isAvailable: task.canAdd,
    choose: (onChosen: () => void) =>
      chooser.open({
        chosen: (files) => {
          task.add({ files, hasFolder: false })
          onChosen()
          // The row with the list of types has been removed, so "Add files" gets the focus.
          chooser.inputRef.current?.parentElement?.querySelector<HTMLElement>('.tl-add-files')?.focus()
        },
      }),
  }
  // The code for uploads is loaded just after the form.
  if (!task.uploads) return children(null)
  return (
    <FileKindContext value={kind}>{children(<FileList task={task} chooser={chooser} />)}</FileKindContext>
  )
}
