import { readFileSync } from 'node:fs'
import type { PolicyFile } from './policy/policies.ts'
import { readPolicyFile } from './policy/policy-file.ts'

export type PolicyFileLoading =
  | { readonly ok: true; readonly file: PolicyFile | undefined }
  /** A sentence each, beginning with the variable's name. */
  | { readonly ok: false; readonly mistakes: readonly string[] }

/** Reads the file that `POLICY_FILE` names; none when it names none. `ceilingDays` is what the deployment allows. */
export function loadPolicyFile(path: string | undefined, ceilingDays: number): PolicyFileLoading {
  if (path === undefined) return { ok: true, file: undefined }
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unforeseen error'
    return { ok: false, mistakes: [`POLICY_FILE names a file that cannot be read (${code}).`] }
  }
  const reading = readPolicyFile(text, ceilingDays)
  return reading.ok
    ? reading
    : { ok: false, mistakes: reading.mistakes.map((mistake) => `POLICY_FILE: ${mistake}`) }
}
