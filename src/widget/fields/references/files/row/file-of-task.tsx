import type { FileOnItsWay } from '../../../../../client/uploads/upload-state.ts'
import { fileNameFault, safeFileName } from '../../../../../core/fields/attachments/file-name.ts'
import { useLateMessages } from '../../../../late/late-messages.ts'
import { usePanelSetting } from '../../../../setting/panel-setting.ts'
import { uploadFailureWords } from './failure-words.ts'
import { FileRow } from './file-row.tsx'
import type { FileChooser } from '../choosing/use-file-chooser.ts'
import type { TaskFiles } from '../use-task-files.ts'

export interface FileOfTaskProps {
  readonly position: number
  readonly file: FileOnItsWay
  /** The complaint of the rules or the proxy, after the agent has pressed the button. */
  readonly complaint: string | undefined
  readonly task: TaskFiles
  readonly chooser: FileChooser
  readonly onRemove: () => void
}

/** A file of the draft, with what the agent can do about it. */
export function FileOfTask({ position, file, complaint, task, chooser, onRemove }: FileOfTaskProps) {
  const words = useLateMessages()
  const { now } = usePanelSetting()
  const { uploads, add } = task
  const { id, name, type, failure, canRename } = file
  const isNameWrong = canRename && fileNameFault(name) !== undefined
  return (
    <FileRow
      position={position}
      file={file}
      complaint={failure ? uploadFailureWords(failure, words, now()) : complaint}
      offeredName={isNameWrong ? safeFileName(name, type) : undefined}
      actions={{
        cancel: () => uploads?.cancel(id),
        retry: () => uploads?.retry(id),
        chooseAgain: () =>
          chooser.open({
            isOne: true,
            chosen: (files) => {
              uploads?.remove(id)
              add({ files, hasFolder: false }, 1)
            },
          }),
        takeName: (offered) => uploads?.rename(id, offered),
        remove: onRemove,
      }}
    />
  )
}
