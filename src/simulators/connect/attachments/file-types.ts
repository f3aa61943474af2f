import { extname } from 'node:path'
import type { AttachmentLimits } from '../../../core/fields/attachments/attachment.ts'
import type { TaskAttachment } from '../members/task-attachments.ts'
import { invalidAttachment } from '../wire/service-error.ts'

/** Refuses a file whose name has no extension that the instance allows. */
export function checkFileTypes(attachments: readonly TaskAttachment[], { extensions }: AttachmentLimits) {
  for (const { fileName } of attachments) {
    const extension = extname(fileName).slice(1).toLowerCase()
    if (!extensions.includes(extension)) {
      throw invalidAttachment('INVALID_FILE_TYPE', `Files of the type "${extension}" are not allowed.`)
    }
  }
}
