import type { FileOnItsWay, UploadFailure } from '../../../client/uploads/upload-state.ts'
import type { Complaint } from './list-errors.ts'

/** Adds to the complaints why a file has failed. The rules know only that the file has no upload. */
export const withReasons = (
  complaints: readonly Complaint[],
  files: readonly Pick<FileOnItsWay, 'failure'>[],
  reasonOf: (failure: UploadFailure) => string,
): readonly Complaint[] =>
  complaints.map((complaint) => {
    const index = /^attachments\.(\d+)\./.exec(complaint.path)?.[1]
    const failure = index === undefined ? undefined : files[Number(index)]?.failure
    return failure ? { ...complaint, message: reasonOf(failure) } : complaint
  })
