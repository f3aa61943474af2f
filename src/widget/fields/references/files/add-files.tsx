import { useId } from 'react'
import { Icon } from '../../../controls/icons/icon.tsx'
import { useFormats, useLateMessages } from '../../../late/late-messages.ts'
import type { TaskFiles } from './use-task-files.ts'

export interface AddFilesProps {
  readonly task: TaskFiles
  readonly onPress: () => void
  readonly onUndo: () => void
}

/** The button that adds files, a hint which files it takes, and the last change with its undo button. */
export function AddFiles({ task, onPress, onUndo }: AddFilesProps) {
  const { files: words, rows } = useLateMessages()
  const hintId = useId()
  const hint = useHint(task)
  const { canAdd, refusal, removed } = task
  const change = removed ? words.removed(removed.name) : ''
  return (
    <>
      <div className="tl-rows-foot">
        <button
          type="button"
          className="tl-add tl-add-files"
          aria-disabled={canAdd ? undefined : true}
          aria-describedby={hint ? hintId : undefined}
          onClick={() => {
            if (canAdd) onPress()
          }}
        >
          <Icon name="file" />
          <span>{words.add}</span>
        </button>
        <div className="tl-rows-news">
          <span role="status">{refusal || change}</span>
          {change && !refusal && (
            <button type="button" onClick={onUndo}>
              {rows.undo}
            </button>
          )}
        </div>
      </div>
      {hint && (
        <p className="tl-hint" id={hintId}>
          {hint}
        </p>
      )}
    </>
  )
}

/** Says which files can be added, or why none can. */
function useHint({ files, limits }: TaskFiles): string {
  const words = useLateMessages().files
  const { fileSize } = useFormats()
  const { unavailable, mostFiles, byteLimit } = limits
  if (unavailable) return words.unavailable[unavailable]
  if (files.length >= mostFiles) return words.full(mostFiles)
  return byteLimit === undefined || files.length > 0 ? '' : words.hint(mostFiles, fileSize(byteLimit))
}
