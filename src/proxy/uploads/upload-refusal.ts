import type { PlainIssueCode, Issue } from '../../core/issues/issues.ts'
import { ProblemError } from '../problem-error.ts'
import type { ReasonOf } from '../refusal-reasons.ts'
import type { SealFault } from './seal.ts'
import { uploadIdOf, type FileClaims } from './token-claims.ts'

type Reason = ReasonOf<'upload-refused'>

/** One file that was refused, at its place in the request. */
export interface RefusedFile {
  readonly row: number
  readonly reason: Reason
  /** Known if the proxy could read the token. */
  readonly file?: FileClaims
}

const reasonByFault: Readonly<Record<SealFault, Reason>> = {
  format: 'token-unreadable',
  secret: 'token-of-another-secret',
  tampered: 'token-tampered',
  kind: 'token-of-another-kind',
  expired: 'token-expired',
}

export const reasonOfFault = (fault: SealFault): Reason => reasonByFault[fault]

/** The agent learns what they can do about it, and never which part of a token was wrong. */
const issueByReason: Partial<Readonly<Record<Reason, PlainIssueCode>>> = {
  'token-expired': 'file-expired',
  'object-expired': 'file-expired',
  'object-missing': 'file-not-uploaded',
  'content-contradicts': 'file-content-contradicts',
}

const issueOf = ({ row, reason }: RefusedFile): Issue => ({
  field: { list: 'attachments', row, member: 'file' },
  code: issueByReason[reason] ?? 'file-refused',
})

/** Ids and numbers only. */
export const uploadFacts = (file: FileClaims) => ({ uploadId: uploadIdOf(file), uploadBytes: file.bytes })

/** The problem of a file that was refused, and of others in the same request. */
export const uploadRefused = (first: RefusedFile, ...others: readonly RefusedFile[]): ProblemError =>
  new ProblemError({
    code: 'upload-refused',
    reason: first.reason,
    detail:
      'The proxy refuses an upload; each issue names a file and what is wrong with it. Upload the file again.',
    issues: [first, ...others].map(issueOf),
    ...(first.file ? { logged: uploadFacts(first.file) } : {}),
  })

export function throwIfRefused([first, ...others]: readonly RefusedFile[]): void {
  if (first) throw uploadRefused(first, ...others)
}

export const uploadsNotConfigured = () =>
  new ProblemError({
    code: 'upload-refused',
    reason: 'not-configured',
    detail: 'This proxy takes no files: its operator has not set ATTACHMENTS_BUCKET.',
    issues: [{ field: 'attachments', code: 'attachments-not-allowed' }],
  })

export const uploadNotAllowed = (issues: readonly Issue[]) =>
  new ProblemError({
    code: 'upload-refused',
    reason: 'files-not-allowed',
    detail:
      'Connect, or the policy for this agent, does not allow this file; each issue says why. Nothing was uploaded.',
    issues,
  })
