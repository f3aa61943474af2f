/** A refusal in the service's words: the status, the name in `x-amzn-errortype`, the text in the body. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError'
  readonly status: number
  readonly type: string

  constructor(status: number, type: string, message: string) {
    super(message)
    this.status = status
    this.type = type
  }
}

/** The JSON itself is wrong, or a member has another type than the model says. */
export const malformed = (message: string) => new ServiceError(400, 'SerializationException', message)

/** One member breaks a rule of its own: its length, its pattern, its range. */
export const invalidParameter = (message: string) =>
  new ServiceError(400, 'InvalidParameterException', message)

/** Members that are legal by themselves do not go together, or not with the state of the instance. */
export const invalidRequest = (message: string) => new ServiceError(400, 'InvalidRequestException', message)

export const notFound = (message: string) => new ServiceError(404, 'ResourceNotFoundException', message)

export const quotaExceeded = (message: string) =>
  new ServiceError(402, 'ServiceQuotaExceededException', message)
