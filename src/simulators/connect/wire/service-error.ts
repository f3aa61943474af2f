/** An error of Connect's API: the status, the type for `x-amzn-errortype`, the message for the body. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError'
  readonly status: number
  readonly type: string
  /** The member `Reason` of the body, which some errors have. */
  readonly reason: object | undefined

  constructor(status: number, type: string, message: string, reason?: object) {
    super(message)
    this.status = status
    this.type = type
    this.reason = reason
  }
}

/** The JSON is invalid, or a member has the wrong type. */
export const malformed = (message: string) => new ServiceError(400, 'SerializationException', message)

/** One member is invalid by itself: its length, pattern or range. */
export const invalidParameter = (message: string) =>
  new ServiceError(400, 'InvalidParameterException', message)

/** Valid members contradict each other or the state of the instance. */
export const invalidRequest = (message: string) => new ServiceError(400, 'InvalidRequestException', message)

/** Members of Connect's `AttachedFileInvalidRequestExceptionReason`. */
type AttachmentFault = 'INVALID_FILE_NAME' | 'INVALID_FILE_SIZE' | 'INVALID_FILE_TYPE'

export const invalidAttachment = (fault: AttachmentFault, message: string) =>
  new ServiceError(400, 'InvalidRequestException', message, {
    AttachedFileInvalidRequestExceptionReason: fault,
  })

export const notFound = (message: string) => new ServiceError(404, 'ResourceNotFoundException', message)

export const quotaExceeded = (message: string) =>
  new ServiceError(402, 'ServiceQuotaExceededException', message)

/** The contact has ended. */
export const contactNotFound = (message: string) => new ServiceError(410, 'ContactNotFoundException', message)

export const limitExceeded = (message: string) => new ServiceError(429, 'LimitExceededException', message)
