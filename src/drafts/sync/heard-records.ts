import type { DraftRecords } from '../draft-store.ts'
import {
  createdRecordName,
  createdRecordOf,
  readCreatedRecord,
  type CreatedDraft,
} from '../records/created-record.ts'

/** Records of created tasks and messages that another window has sent to this one, because it could not store them. */
export interface HeardRecords {
  readonly hear: (records: readonly unknown[]) => void
  readonly all: () => readonly CreatedDraft[]
  /** The records that the store does not have. */
  readonly missingIn: (stored: DraftRecords) => DraftRecords
  /** Forgets the records that the store has now. */
  readonly forget: (stored: DraftRecords) => void
}

export function createHeardRecords(): HeardRecords {
  const heard = new Map<string, CreatedDraft>()
  return {
    hear: (records) => {
      for (const value of records) {
        const record = readCreatedRecord(value)
        if (record) heard.set(createdRecordName(record), record)
      }
    },
    all: () => [...heard.values()],
    missingIn: (stored) =>
      new Map(
        [...heard]
          .filter(([name]) => !stored.has(name))
          .map(([name, record]) => [name, createdRecordOf(record)]),
      ),
    forget: (stored) => {
      for (const name of stored.keys()) heard.delete(name)
    },
  }
}
