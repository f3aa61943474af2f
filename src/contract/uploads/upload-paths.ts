// No run-time imports: the first load of the panel has this file.

/** `POST /api/v1/uploads`: a slot for one file. */
export const uploadsPath = '/api/v1/uploads'

/** `GET /api/v1/uploads/limits`: whether tasks can have files, and which. */
export const uploadLimitsPath = `${uploadsPath}/limits`

/** `POST /api/v1/uploads/complete`: the file is in its slot; the proxy verifies it. */
export const completeUploadPath = `${uploadsPath}/complete`

/** `POST /api/v1/uploads/ready`: makes files ready for one task, just before it is sent the first time. */
export const readyUploadsPath = `${uploadsPath}/ready`

/** `POST /api/v1/uploads/discard`: deletes a file that no task will use. */
export const discardUploadPath = `${uploadsPath}/discard`
