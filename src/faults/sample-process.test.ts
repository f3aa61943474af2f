import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, inject, it } from 'vitest'

const campaign = fileURLToPath(new URL('faults.ts', import.meta.url))
const runs = 30

/** In a process of its own, because the campaign replaces the timers of its process. */
async function run(
  ...options: readonly string[]
): Promise<{ readonly code: unknown; readonly printed: string }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', campaign, '--proxy', inject('builtProxy'), '--processes', '1', ...options],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let printed = ''
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => (printed += String(chunk)))
  const [code]: unknown[] = await once(child, 'close')
  return { code, printed }
}

it(`${runs} runs with random faults lose no task, make none twice, and leave no question out`, async () => {
  const { code, printed } = await run('--runs', String(runs), '--seed', '1')

  process.stdout.write(printed)
  expect(code, printed).toBe(0)
}, 180_000)
