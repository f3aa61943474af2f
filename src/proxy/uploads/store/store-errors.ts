import * as z from 'zod/mini'
import { networkReasonOf } from '../../network-reason.ts'
import { ProblemError } from '../../problem-error.ts'
import type { ReasonOf } from '../../refusal-reasons.ts'
import { storeAdvice } from './store-advice.ts'
import type { StoreOperation } from './store-permissions.ts'

// The members that an exception of the SDK may have, in all its layers.
const exceptionSchema = z.object({
  name: z.string(),
  code: z.optional(z.string()),
  $metadata: z.optional(
    z.object({ httpStatusCode: z.optional(z.number()), requestId: z.optional(z.string()) }),
  ),
})

type StoreReason = ReasonOf<'store-failed'>

/** A HEAD has no body, so its errors have a status and no name. */
const reasonByName: Readonly<Record<string, StoreReason>> = {
  CredentialsProviderError: 'credentials-missing',
  TokenProviderError: 'credentials-missing',
  ExpiredToken: 'credentials-expired',
  InvalidAccessKeyId: 'credentials-refused',
  InvalidToken: 'credentials-refused',
  SignatureDoesNotMatch: 'credentials-refused',
  RequestTimeTooSkewed: 'clock-differs',
  AccessDenied: 'permission-missing',
  NoSuchBucket: 'no-bucket',
  PermanentRedirect: 'bucket-elsewhere',
  AuthorizationHeaderMalformed: 'bucket-elsewhere',
  SlowDown: 'throttled',
  TimeoutError: 'timeout',
}

const reasonByStatus: Readonly<Record<number, StoreReason>> = {
  301: 'bucket-elsewhere',
  307: 'bucket-elsewhere',
  403: 'permission-missing',
  404: 'no-bucket',
  429: 'throttled',
  503: 'throttled',
}

function reasonOf(exception: z.infer<typeof exceptionSchema>): StoreReason {
  const { name, code = '', $metadata: { httpStatusCode: status } = {} } = exception
  if (Object.hasOwn(reasonByName, name)) return networkReasonOf(code) ?? reasonByName[name] ?? 'failed'
  return networkReasonOf(code) ?? reasonByStatus[status ?? 0] ?? 'failed'
}

/** True if the store has no object with this key. */
export function isMissing(error: unknown): boolean {
  const { data } = exceptionSchema.safeParse(error)
  return data?.$metadata?.httpStatusCode === 404 && data.name !== 'NoSuchBucket'
}

/** True if the object has no bytes, and so no range of them. */
export const isEmpty = (error: unknown): boolean =>
  exceptionSchema.safeParse(error).data?.$metadata?.httpStatusCode === 416

/** A failed call of the store as a problem. The store’s text is left out, because it may hold ARNs and keys. */
export function storeProblem(error: unknown, operation: StoreOperation): ProblemError {
  if (error instanceof ProblemError) return error
  const { data } = exceptionSchema.safeParse(error)
  const reason = data ? reasonOf(data) : 'failed'
  const requestId = data?.$metadata?.requestId ?? ''
  return new ProblemError(
    {
      code: 'store-failed',
      reason,
      detail: 'The store of uploaded files did not do what the proxy asked. The log of the proxy says why.',
      logged: {
        operation,
        why: storeAdvice(reason, operation),
        // A gateway in between may send any text.
        ...(/^[\w-]{1,64}$/.test(requestId) ? { storeRequestId: requestId } : {}),
      },
    },
    { cause: error },
  )
}
