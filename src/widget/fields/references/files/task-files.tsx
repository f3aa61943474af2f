import type { ReactNode } from 'react'
import { attachmentsAccess } from '../../../../core/fields/attachments/attachments-rule.ts'
import { useFieldRules } from '../../../form-model/rules/form-rules.ts'
import { FileKindContext } from './file-kind-context.ts'
import { FileList } from './file-list.tsx'
import { useFileChooser } from './choosing/use-file-chooser.ts'
import { useTaskFiles } from './use-task-files.ts'

export interface TaskFilesProps {
  /** Which files the task can have is read only then. */
  readonly isLookedAt: boolean
  /** Shows the references with the list of files among them. */
  readonly children: (list: ReactNode) => ReactNode
}

/** Offers files as a kind of reference; nothing where the organisation does not allow any. */
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
          // The list of kinds has gone with its row.
          chooser.inputRef.current?.parentElement?.querySelector<HTMLElement>('.tl-add-files')?.focus()
        },
      }),
  }
  // The code for uploads comes a moment after the form.
  if (!task.uploads) return children(null)
  return (
    <FileKindContext value={kind}>{children(<FileList task={task} chooser={chooser} />)}</FileKindContext>
  )
}
