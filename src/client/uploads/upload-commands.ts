import {
  completeUploadPath,
  discardUploadPath,
  readyUploadsPath,
  uploadsPath,
} from '../../contract/uploads/upload-paths.ts'
import type {
  AcceptedUpload,
  BeginUpload,
  OneUpload,
  ReadyAttachments,
  ReadyUploads,
  UploadSlot,
} from '../../contract/uploads/uploads.ts'
import type { Command, Reader } from '../command.ts'

type Schemas = typeof import('../../contract/uploads/uploads.ts')

/** Loaded with the first file. */
const late = <Answer>(schemaOf: (schemas: Schemas) => Reader<Answer>): Reader<Answer> => ({
  safeParse: async (answer) => schemaOf(await import('../../contract/uploads/uploads.ts')).safeParse(answer),
})

export const beginUpload: Command<BeginUpload, UploadSlot> = {
  path: () => uploadsPath,
  body: ({ request }) => request,
  result: late(({ uploadSlotSchema }) => uploadSlotSchema),
}

/** Can be repeated: a second request gets the same answer. */
export const completeUpload: Command<OneUpload, AcceptedUpload> = {
  path: () => completeUploadPath,
  body: ({ request }) => request,
  result: late(({ storedUploadSchema }) => storedUploadSchema),
}

export const readyUploads: Command<ReadyUploads, ReadyAttachments> = {
  path: () => readyUploadsPath,
  body: ({ request }) => request,
  result: late(({ readyAttachmentsSchema }) => readyAttachmentsSchema),
}

/** The answer has no content. */
export const discardUpload: Command<OneUpload, undefined> = {
  path: () => discardUploadPath,
  body: ({ request }) => request,
  result: { safeParse: () => ({ success: true, data: undefined }) },
}
