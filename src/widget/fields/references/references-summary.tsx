import { isOnItsWay } from '../../../client/uploads/upload-state.ts'
import { referencesByteLimit } from '../../../core/fields/references/reference.ts'
import { BytesInLine } from '../../controls/byte-meter.tsx'
import { WithMissing } from '../../controls/with-missing.tsx'
import { useReferenceFigures } from '../../form-model/counters/use-figures.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { useFilesOnTheirWay } from './files/use-task-files.ts'

/** The references and files of the task in one line. */
export function ReferencesSummary() {
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
    ...(stopped === 0 ? [] : [fileWords.stopped(stopped)]),
  ]
  return (
    <>
      <WithMissing count={missingCount}>{fileWords.line(parts)}</WithMissing>
      <BytesInLine usedBytes={usedBytes} limitBytes={referencesByteLimit} />
    </>
  )
}
