import { useSyncExternalStore } from 'react'
import { isOnItsWay } from '../../../client/uploads/upload-state.ts'
import type { Contact } from '../../../core/contact/contact.ts'
import { referencesByteLimit } from '../../../core/fields/references/reference.ts'
import { BytesInLine } from '../../controls/byte-meter.tsx'
import { WithMissing } from '../../controls/with-missing.tsx'
import { useReferenceFigures } from '../../form-model/counters/use-figures.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { useDraftUploads } from '../../form-model/uploads/draft-uploads-context.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useNotAdded } from './files/use-not-added.ts'
import { useFilesOnTheirWay } from './files/use-task-files.ts'
import { useContactReferences } from './use-contact-references.ts'

interface ReferencesSummaryProps {
  readonly contact: Contact | undefined
  readonly isMissingWrong: boolean
}

/** The references and files of the task in one line. */
export function ReferencesSummary({ contact, isMissingWrong }: ReferencesSummaryProps) {
  const { references: words, files: fileWords } = useLateMessages()
  const { count, missingCount, usedBytes } = useReferenceFigures()
  const files = useFilesOnTheirWay()
  const moving = files.filter(isOnItsWay).length
  const stopped = files.filter(({ state }) => state === 'failed' || state === 'cancelled').length
  const { notAdded } = useNotAdded(useDraftUploads())
  const isEmpty = count + missingCount + files.length === 0
  const parts = [
    ...(count === 0 ? [] : [words.summary(count)]),
    ...(files.length === 0 ? [] : [fileWords.summary(files.length)]),
    ...(moving === 0 ? [] : [fileWords.uploading(moving)]),
  ]
  return (
    <>
      <WithMissing count={missingCount} isWrong={isMissingWrong}>
        {isEmpty ? words.empty : fileWords.line(parts)}
      </WithMissing>
      {stopped > 0 && <Mark>{fileWords.stopped(stopped)}</Mark>}
      {notAdded.count > 0 && <Mark>{fileWords.leftShort(notAdded.count)}</Mark>}
      {contact && <UnreadMark contact={contact} />}
      <BytesInLine usedBytes={usedBytes} limitBytes={referencesByteLimit} />
    </>
  )
}

function UnreadMark({ contact }: { readonly contact: Contact }) {
  const words = useLateMessages().contactReferences
  const { isReached } = usePanelSetting().client
  const isProxyReached = useSyncExternalStore(isReached.subscribe, isReached.getSnapshot)
  // Only the open section reads them.
  const { isError } = useContactReferences(contact, false)
  return isError && isProxyReached && <Mark>{words.unreadShort}</Mark>
}

const Mark = ({ children }: { readonly children: string }) => (
  <>
    <span> </span>
    <strong className="tl-error">{children}</strong>
  </>
)
