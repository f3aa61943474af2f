import { readFileSync } from 'node:fs'
import type { Deployment } from '../../../policy/policy-contradictions.ts'
import type { PolicyFile } from '../../../policy/policies.ts'
import { readPolicyFile } from '../../../policy/policy-file.ts'

export type PolicyFileLoading =
  | { readonly ok: true; readonly file: PolicyFile | undefined }
  /** Each mistake is a sentence that begins with the name of the variable. */
  | { readonly ok: false; readonly mistakes: readonly string[] }

const wordsByCode: Readonly<Record<string, string>> = {
  ENOENT:
    'does not exist. Write the whole path, such as /etc/tasklink/policy.json, as the proxy’s process or container sees it',
  EACCES:
    'may not be read by the user of this process. Allow that user to read the file and to enter its folders',
  EPERM: 'may not be read by the user of this process. Allow that user to read the file',
  EISDIR:
    'is a folder. Write the path of the file; Docker makes a folder where the file of a -v option does not exist',
  ENOTDIR:
    'does not exist: a part of its path is a file. Write the whole path, such as /etc/tasklink/policy.json',
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unexpected error'
  const words =
    wordsByCode[code] ?? 'cannot be read. Write the path of a JSON file, such as /etc/tasklink/policy.json'
  return `POLICY_FILE names a file that ${words} (${code}).`
}

/** Reads the file that `POLICY_FILE` names; undefined without one. */
export function loadPolicyFile(path: string | undefined, deployment: Deployment): PolicyFileLoading {
  if (path === undefined) return { ok: true, file: undefined }
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return { ok: false, mistakes: [unreadable(error)] }
  }
  const reading = readPolicyFile(text, deployment)
  return reading.ok
    ? reading
    : { ok: false, mistakes: reading.mistakes.map((mistake) => `POLICY_FILE: ${mistake}`) }
}
