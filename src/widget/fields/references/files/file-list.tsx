import { useRef } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../../../core/task/task-parts.ts'
import { FieldError } from '../../../controls/field.tsx'
import { listMessage } from '../../../form-model/errors/list-errors.ts'
import { useLateMessages } from '../../../late/late-messages.ts'
import { AddFiles } from './add-files.tsx'
import { FileOfTask } from './row/file-of-task.tsx'
import type { IncomingFiles } from './choosing/incoming-files.ts'
import { useDroppedFiles } from './choosing/use-dropped-files.ts'
import type { FileChooser } from './choosing/use-file-chooser.ts'
import { useFileFocus } from './row/use-file-focus.ts'
import { usePastedNames } from './choosing/use-pasted-names.ts'
import type { TaskFiles } from './use-task-files.ts'

export interface FileListProps {
  readonly task: TaskFiles
  readonly chooser: FileChooser
}

/** The files of the task, and the ways to add some. */
export function FileList({ task, chooser }: FileListProps) {
  const words = useLateMessages().files
  const placeRef = useRef<HTMLDivElement>(null)
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: 'attachments' })
  const { files, limits, canAdd, add } = task
  const { inputRef, onChange } = chooser
  const focusNext = useFileFocus(placeRef, files)
  const withNames = usePastedNames()
  const addChosen = (chosen: readonly File[]) => add(chosenFiles(chosen))
  useDroppedFiles({
    inside: placeRef,
    canAdd,
    invitation: words.drop,
    onFiles: (incoming, way) => {
      add(way === 'pasted' ? withNames(incoming) : incoming)
      placeRef.current?.closest('details')?.setAttribute('open', '')
    },
  })
  return (
    <div className="tl-stack" ref={placeRef}>
      {files.length > 0 && (
        <ul className="tl-files" aria-label={words.list}>
          {files.map((file, index) => (
            <FileOfTask
              key={file.id}
              position={index + 1}
              file={file}
              complaint={errors.attachments?.[index]?.name?.message}
              task={task}
              chooser={chooser}
              onRemove={() => {
                focusNext(index)
                task.remove({ id: file.id, name: file.name, index })
              }}
            />
          ))}
        </ul>
      )}
      <AddFiles
        task={task}
        onPress={() => chooser.open({ chosen: addChosen })}
        onUndo={() => {
          if (task.removed) focusNext(task.removed.index)
          task.undo()
        }}
      />
      <FieldError error={listMessage(errors.attachments)} />
      <input
        ref={inputRef}
        type="file"
        multiple
        hidden
        accept={limits.extensions?.map((extension) => `.${extension}`).join(',')}
        onChange={(event) => onChange(event, addChosen)}
      />
      <span role="status" className="tl-visually-hidden">
        {task.news}
      </span>
    </div>
  )
}

const chosenFiles = (files: readonly File[]): IncomingFiles => ({ files, hasFolder: false })
