// `npm test`: runs the scripts of the gate one after another, stops at the first that fails, and prints their times.
import { spawnSync } from 'node:child_process'

const phases = ['check', 'build:demo', 'build:library', 'check:library', 'test:unit', 'test:e2e']
const isWindows = process.platform === 'win32'

const times = []
let status = 0
for (const phase of phases) {
  const startedMs = performance.now()
  status = spawnSync('npm', ['run', phase], { stdio: 'inherit', shell: isWindows }).status ?? 1
  times.push(`${phase.padEnd(16)}${((performance.now() - startedMs) / 1_000).toFixed(1).padStart(7)} s`)
  if (status !== 0) break
}
process.stdout.write(`\n${times.join('\n')}\n`)
process.exitCode = status
