import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface WrittenPolicy {
  /** For `POLICY_FILE`. */
  readonly path: string
  readonly remove: () => Promise<void>
}

/** Writes a policy to a file of its own, because a proxy in another process reads it from there. */
export async function writePolicyFile(policy: object): Promise<WrittenPolicy> {
  const directory = await mkdtemp(join(tmpdir(), 'tasklink-'))
  const path = join(directory, 'policy.json')
  await writeFile(path, JSON.stringify(policy))
  return { path, remove: () => rm(directory, { recursive: true }) }
}
