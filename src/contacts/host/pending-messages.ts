import { createSnapshotStore } from '../../core/listeners/snapshot-store.ts'
import type { FieldRules } from '../../core/task/task-parts.ts'
import { pendingSource } from '../pending-source.ts'
import type { HostMessages } from './messages.ts'

/**
 * Stands for the messages with the page around the panel while their code is still being loaded. Nothing is lost: the page
 * sends its messages only after `ready`, which that code sends, and events for the page wait for the code.
 */
export function pendingMessages(opening: Promise<HostMessages>): HostMessages {
  const fields = createSnapshotStore<FieldRules>({})
  const whenOpen = (work: (messages: HostMessages) => void) => {
    // Ignored here: the source already reports that the code could not be loaded.
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
