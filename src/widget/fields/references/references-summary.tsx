import { isOnItsWay } from '../../../client/uploads/upload-state.ts'
import { referencesByteLimit } from '../../../core/fields/references/reference.ts'
import { BytesInLine } from '../../controls/byte-meter.tsx'
import { WithMissing } from '../../controls/with-missing.tsx'
import { useReferenceFigures } from '../../form-model/counters/use-figures.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { useFilesOnTheirWay } from './files/use-task-files.ts'

/** The references and files of the task in one line. */
export function ReferencesSummary({ isMissingWrong }: { readonly isMissingWrong: boolean }) {
  const { references: words, files: fileWords } = useLateMessages()
  const { count, missingCount, usedBytes } = useReferenceFigures()
  const files = useFilesOnTheirWay()
  const moving = files.filter(isOnItsWay).length
  const stopped = files.filter(({ state }) => state === 'failed' || state === 'cancelled').length
  if (count + missingCount + files.length === 0) return <span>{words.empty}</span>
  const parts = [
    ...(count === 0 ? [] : [words.summary(count)]),
    ...(files.length === 0 ? [] : [fileWords.summary(files.length)]),
    ...(moving === 0 ? [] : [fileWords.uploading(moving)]),
  ]
  return (
    <>
      <WithMissing count={missingCount} isWrong={isMissingWrong}>
        {fileWords.line(parts)}
      </WithMissing>
      {stopped > 0 && (
        <>
          <span> </span>
          <strong className="tl-error">{fileWords.stopped(stopped)}</strong>
        </>
      )}
      <BytesInLine usedBytes={usedBytes} limitBytes={referencesByteLimit} />
    </>
  )
}
