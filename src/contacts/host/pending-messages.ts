import { createSnapshotStore } from '../../core/listeners/snapshot-store.ts'
import type { FieldRules } from '../../core/task/task-parts.ts'
import { pendingSource } from '../pending-source.ts'
import type { HostMessages } from './messages.ts'

/**
 * The messages with the page around the panel, while the code that reads them is still being loaded. Nothing is lost: that
 * page sends its messages once the code says that the panel is listening, and events wait for it.
 */
export function pendingMessages(opening: Promise<HostMessages>): HostMessages {
  const fields = createSnapshotStore<FieldRules>({})
  const whenOpen = (work: (messages: HostMessages) => void) => {
    // The source says that it cannot be loaded.
    opening.then(work).catch(() => {})
  }
  whenOpen((opened) => {
    const copy = () => fields.set(opened.fields.getSnapshot())
    opened.fields.subscribe(copy)
    copy()
  })
  return {
    source: pendingSource(
      opening.then(({ source }) => source),
      'host',
    ),
    fields,
    tell: (event) => whenOpen(({ tell }) => tell(event)),
  }
}
