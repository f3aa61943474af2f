import type { UploadLine } from '../../logs/audit-line.ts'
import { noteFacts } from '../../logs/request-log.ts'
import { ProblemError } from '../../problem-error.ts'
import type { FileClaims } from '../../uploads/token-claims.ts'
import { uploadFacts, uploadsNotConfigured } from '../../uploads/upload-refusal.ts'
import type { Uploads } from '../../uploads/uploads.ts'
import type { RequestContext, RouteParts } from '../route.ts'

/** Rejects where the proxy has no bucket. */
export function uploadsOf({ uploads }: Pick<RouteParts, 'uploads'>): Uploads {
  if (!uploads) throw uploadsNotConfigured()
  return uploads
}

/** The audit line of a refused file, if the proxy knows which it was. */
function refusedLine(error: unknown): UploadLine | undefined {
  if (!(error instanceof ProblemError) || error.facts.code !== 'upload-refused') return undefined
  const { reason, logged: { uploadId, uploadBytes: bytes } = {} } = error.facts
  return uploadId === undefined || bytes === undefined
    ? undefined
    : { upload: 'refused', uploadId, bytes, reason }
}

/** Writes the audit line of a refused file. Other errors have none. */
export function auditRefusal(
  context: RequestContext,
  { logAudit }: Pick<RouteParts, 'logAudit'>,
  agentId: string,
  error: unknown,
): void {
  const line = refusedLine(error)
  if (line) logAudit({ requestId: context.get('requestId'), agentId, ...line })
}

interface Uploading {
  readonly agentId: string
  /** The state of the file once the work is done. */
  readonly upload: UploadLine['upload']
}

/** Does one step with a file, and writes its audit line. */
export async function uploading<Step extends { readonly file: FileClaims }>(
  context: RequestContext,
  { logAudit }: Pick<RouteParts, 'logAudit'>,
  { agentId, upload }: Uploading,
  work: () => Promise<Step>,
): Promise<Step> {
  const audited = { requestId: context.get('requestId'), agentId }
  try {
    const step = await work()
    const facts = uploadFacts(step.file)
    noteFacts(context, facts)
    logAudit({ ...audited, upload, uploadId: facts.uploadId, bytes: facts.uploadBytes })
    return step
  } catch (error) {
    auditRefusal(context, { logAudit }, agentId, error)
    throw error
  }
}
