import { extname } from 'node:path'
import type { TaskAttachment } from '../members/task-attachments.ts'
import { invalidAttachment } from '../wire/service-error.ts'

/** What an administrator has set for the files of tasks (`AttachedFilesConfiguration` in Connect's API). */
export interface AttachmentSettings {
  /** Lower case, without a dot. */
  readonly extensions: readonly string[]
  readonly byteLimit: number
}

/** Admin guide, "Set up attachments" and "Feature specifications": the defaults for chats, cases and tasks. */
export const defaultAttachmentSettings: AttachmentSettings = {
  extensions: 'csv doc docx heic jfif jpeg jpg mov mp4 pdf png ppt pptx rtf txt wav xls xlsx'.split(' '),
  byteLimit: 20 * 1_048_576,
}

/** Refuses a file whose name has no extension that the instance allows. */
export function checkFileTypes(attachments: readonly TaskAttachment[], { extensions }: AttachmentSettings) {
  for (const { fileName } of attachments) {
    const extension = extname(fileName).slice(1).toLowerCase()
    if (!extensions.includes(extension)) {
      throw invalidAttachment('INVALID_FILE_TYPE', `Files of the type "${extension}" are not allowed.`)
    }
  }
}
