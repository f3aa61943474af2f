import { sameAnyDraft } from '../../core/message/same-draft.ts'
import { latestFirst, withChanges } from '../records/account-records.ts'
import { readRecord } from '../records/draft-record.ts'
import { filesIn, withFilesIn } from '../desk/draft-files.ts'
import type { DraftRecords } from '../draft-store.ts'
import { mergedFiles, sameFiles } from './merged-files.ts'
import { written } from './draft-write.ts'
import { readLeftRecord, type LeftText } from '../records/left-record.ts'

/** Moves the last texts of closed windows to the records of their drafts. `window` is this one, which writes its own texts. */
export function takenIn(records: DraftRecords, window: string, now: number): DraftRecords {
  const changes = new Map<string, unknown>()
  for (const [name, value] of records) {
    const left = readLeftRecord(value)
    if (!left || left.window === window) continue
    changes.set(name, undefined)
    const { draft } = readRecord(left.draft) ?? {}
    if (!draft) continue
    for (const change of textBack(
      withChanges(records, changes),
      { draft, over: left.over },
      left.window,
      now,
    )) {
      changes.set(...change)
    }
  }
  return changes
}

function textBack(
  records: DraftRecords,
  { draft, over }: LeftText,
  window: string,
  now: number,
): DraftRecords {
  const stored = latestFirst(records).find((each) => each.stored.draft.id === draft.id)?.stored
  const isKnown = stored !== undefined && sameAnyDraft(stored.draft.content, draft.content)
  const known = isKnown ? filesIn(stored.draft.content) : []
  // Uploads may have ended just before the window closed.
  const attachments = isKnown
    ? mergedFiles({ own: known, base: known, theirs: filesIn(draft.content) })
    : filesIn(draft.content)
  if (isKnown && sameFiles(attachments, known)) return new Map()
  const write = {
    draft: withFilesIn(draft, attachments),
    storedId: draft.id,
    over: isKnown ? stored.keptAt : over,
    text: 'written',
    sent: [],
    settled: [],
    denied: [],
    refused: [],
    created: [],
  } as const
  // The window applied the policy when it wrote the text.
  const writer = { window, now, keeps: 'everything' } as const
  const { changes, answer } = written(records, write, writer)
  if (!answer.isStale) return changes
  // Another window has changed the draft since. This text becomes a draft of its own.
  return written(records, { ...write, storedId: `${draft.id} ${window}`, over: 0 }, writer).changes
}
