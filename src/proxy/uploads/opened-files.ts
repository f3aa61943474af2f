import type { Seal } from './seal.ts'
import type { FileClaims, TokenKind } from './token-claims.ts'
import { reasonOfFault, throwIfRefused, type RefusedFile } from './upload-refusal.ts'

export interface Uploader {
  readonly userId: string
}

export interface TokenOwner {
  readonly agentId: string
  readonly instanceId: string
}

export type FileReading<Claims extends FileClaims> =
  | { readonly ok: true; readonly file: Claims }
  | ({ readonly ok: false } & RefusedFile)

/** Why a file does not belong to this agent here, or undefined. */
function foreignReason(
  file: FileClaims,
  { agentId, instanceId }: TokenOwner,
): RefusedFile['reason'] | undefined {
  if (file.instance !== instanceId) return 'token-of-another-instance'
  return file.agent === agentId ? undefined : 'token-of-another-agent'
}

/** Opens one token of one kind for its owner. `row` is its place in the request. */
export async function readFile<Claims extends FileClaims>(
  seal: Seal,
  kind: TokenKind<Claims>,
  { token, row = 0 }: { readonly token: string; readonly row?: number },
  owner: TokenOwner,
): Promise<FileReading<Claims>> {
  const opened = await seal.open(kind, token)
  const file = 'claims' in opened ? opened.claims : undefined
  // Its owner may learn that a token has expired; to others it is only refused.
  const foreign = file && foreignReason(file, owner)
  if (foreign) return { ok: false, row, reason: foreign, file }
  if (opened.ok) return { ok: true, file: opened.claims }
  return { ok: false, row, reason: reasonOfFault(opened.fault), ...(file ? { file } : {}) }
}

/** Opens tokens of one kind for their owner; rejects with `upload-refused`, and an issue for each token that is not theirs. */
export async function openFiles<Claims extends FileClaims>(
  seal: Seal,
  kind: TokenKind<Claims>,
  tokens: readonly string[],
  owner: TokenOwner,
): Promise<readonly Claims[]> {
  const read = await Promise.all(tokens.map((token, row) => readFile(seal, kind, { token, row }, owner)))
  throwIfRefused(read.flatMap((each) => (each.ok ? [] : [each])))
  return read.flatMap((each) => (each.ok ? [each.file] : []))
}
