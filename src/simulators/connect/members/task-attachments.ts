import { attachmentsLimit } from '../../../core/fields/attachments/attachment.ts'
import { fileNameLimit } from '../../../core/fields/attachments/file-name.ts'
import { invalidAttachment } from '../wire/service-error.ts'
import { asMembers, type Members, optionalList, requiredText } from '../wire/wire-members.ts'

export interface TaskAttachment {
  readonly fileName: string
  readonly s3Url: string
}

/** One to five attachments, if the list is sent (Connect API, `Attachments`). */
export function readAttachments(body: Members): TaskAttachment[] {
  const list = optionalList(body, 'Attachments', { min: 1, max: attachmentsLimit }) ?? []
  return list.map((entry) => {
    const attachment = asMembers(entry, 'Attachments')
    const fileName = requiredText(attachment, 'FileName', { min: 1, max: fileNameLimit })
    if (!/^\P{C}*$/u.test(fileName)) {
      throw invalidAttachment('INVALID_FILE_NAME', 'FileName contains a control character.')
    }
    return { fileName, s3Url: requiredText(attachment, 'S3Url', { min: 1, max: 2_000 }) }
  })
}
