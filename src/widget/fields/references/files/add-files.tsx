import { useEffect, useId, useRef } from 'react'
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
  const { canAdd, notAdded, removed } = task
  const refusal = [
    notAdded.count > 0 ? words.left(notAdded.count) : '',
    notAdded.hasFolder ? words.folder : '',
  ]
    .filter(Boolean)
    .join(' ')
  const footRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Each refused choice counts, also if it is refused in the same words.
    if (notAdded.count > 0 || notAdded.hasFolder) footRef.current?.scrollIntoView({ block: 'nearest' })
  }, [notAdded])
  const change = removed ? words.removed(removed.name) : ''
  return (
    <>
      <div ref={footRef} className="tl-rows-foot">
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
          <span role="status" className={refusal ? 'tl-error' : undefined}>
            {refusal || change}
          </span>
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
