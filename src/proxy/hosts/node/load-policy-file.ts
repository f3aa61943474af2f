import { readFileSync } from 'node:fs'
import type { PolicyFile } from '../../policy/policies.ts'
import { readPolicyFile } from '../../policy/policy-file.ts'

export type PolicyFileLoading =
  | { readonly ok: true; readonly file: PolicyFile | undefined }
  /** Each mistake is a sentence that begins with the name of the variable. */
  | { readonly ok: false; readonly mistakes: readonly string[] }

/** Reads the file that `POLICY_FILE` names; undefined without one. `ceilingDays` is the limit of the deployment. */
export function loadPolicyFile(path: string | undefined, ceilingDays: number): PolicyFileLoading {
  if (path === undefined) return { ok: true, file: undefined }
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unexpected error'
    return { ok: false, mistakes: [`POLICY_FILE names a file that cannot be read (${code}).`] }
  }
  const reading = readPolicyFile(text, ceilingDays)
  return reading.ok
    ? reading
    : { ok: false, mistakes: reading.mistakes.map((mistake) => `POLICY_FILE: ${mistake}`) }
}
