import * as z from 'zod/mini'
import { uploadTokenLimit } from '../../contract/fields/attachments.ts'
import { attachmentsLimit } from '../../core/fields/attachments/attachment.ts'
import { ProblemError } from '../problem-error.ts'
import type { ReasonOf } from '../refusal-reasons.ts'

/**
 * Room for the largest task that the rules allow: every character escaped, as many attributes and references as fit, and the
 * tokens of its files.
 */
const bodyByteLimit = 640 * 1_024 + attachmentsLimit * uploadTokenLimit

const tooLarge = () =>
  new ProblemError({
    code: 'too-large',
    reason: 'body',
    detail: `A request body may have at most ${bodyByteLimit} bytes.`,
  })

const jsonPattern = /^\s*application\/json\s*(;|$)/i
const otherCharsetPattern = /;\s*charset\s*=(?!\s*"?utf-?8"?\s*(;|$))/i

function wrongHeader(headers: Headers): ReasonOf<'unsupported-type'> | undefined {
  const contentType = headers.get('content-type') ?? ''
  if (!jsonPattern.test(contentType)) return 'content-type'
  if (otherCharsetPattern.test(contentType)) return 'charset'
  return (headers.get('content-encoding') ?? 'identity') === 'identity' ? undefined : 'content-encoding'
}

/** Refuses a body by its headers, before it is read. */
export function checkBodyHeaders(headers: Headers): void {
  if (Number(headers.get('content-length') ?? 0) > bodyByteLimit) throw tooLarge()
  const reason = wrongHeader(headers)
  if (!reason) return
  throw new ProblemError({
    code: 'unsupported-type',
    reason,
    detail: 'Send the task as application/json, in UTF-8 and not compressed.',
  })
}

// A body in chunks has no content-length.
async function readStream(body: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > bodyByteLimit) throw tooLarge()
    chunks.push(chunk)
  }
  return chunks
}

// Node enforces content-length, and reading the body at once costs a fraction of reading the stream.
async function readBytes(request: Request): Promise<Uint8Array[]> {
  if (!request.headers.has('content-length')) return request.body ? readStream(request.body) : []
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.byteLength > bodyByteLimit) throw tooLarge()
  return [bytes]
}

/** The client closed the connection, or was too slow. */
function cutOff(error: unknown): never {
  if (error instanceof ProblemError) throw error
  throw new ProblemError(
    { code: 'malformed', reason: 'body-cut-off', detail: 'The body ended before it was whole.' },
    { cause: error },
  )
}

function parseJson(chunks: readonly Uint8Array[]): unknown {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    const texts = chunks.map((chunk) => decoder.decode(chunk, { stream: true }))
    return JSON.parse(`${texts.join('')}${decoder.decode()}`)
  } catch {
    throw new ProblemError({
      code: 'malformed',
      reason: 'body-not-json',
      detail: 'The body is not JSON in UTF-8.',
    })
  }
}

/** Members in names of the schema, and numbers of rows. */
const placeOf = ({ issues: [issue] }: z.core.$ZodError): string => issue?.path.join('.') || 'the body'

/** Says where a body differs from its schema, in names of the schema only. Nothing that was sent is repeated. */
function mismatch(error: z.core.$ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'The body has another shape than /openapi.json describes.'
  const place = placeOf(error)
  switch (issue.code) {
    case 'unrecognized_keys':
      return `There are members in ${place} that the schema does not have.`
    case 'invalid_type':
      return `Expected ${issue.expected} at ${place}.`
    case 'too_small':
      return `Expected at least ${issue.minimum} in ${place}.`
    case 'too_big':
      return `Expected at most ${issue.maximum} in ${place}.`
    case 'invalid_value':
      return `Expected one of ${issue.values.join(', ')} at ${place}.`
    case 'invalid_format':
      return `Expected ${issue.format} at ${place}.`
    default:
      return `Expected something else at ${place}; /openapi.json says what.`
  }
}

/** Reads a body that matches the schema; rejects with `too-large` or `malformed`. */
export async function readJson<Schema extends z.ZodMiniType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(parseJson(await readBytes(request).catch(cutOff)))
  if (parsed.success) return parsed.data
  throw new ProblemError({
    code: 'malformed',
    reason: 'body-shape',
    detail: mismatch(parsed.error),
    logged: { field: placeOf(parsed.error) },
  })
}
