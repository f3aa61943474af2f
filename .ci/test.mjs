// `npm test`: runs the scripts of the gate, stops at the first that fails, and prints their times.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * The steps of the gate. The lists in a step run in parallel, the scripts in a list one after the other. Builds and checks run
 * in parallel, because the checks leave one of the two cores idle most of the time. The tests need both cores, so they run
 * alone.
 */
const steps = [[['check'], ['build:demo', 'build:library', 'check:library']], [['test:unit']], [['test:e2e']]]
const isWindows = process.platform === 'win32'
const times = []
let hasFailed = false

/** If another script runs at the same time, the output is shown at the end, so that the two outputs do not mix. */
async function run(script, isAlone) {
  const startedMs = performance.now()
  const child = spawn('npm', ['run', script], {
    stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: isWindows,
  })
  const output = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => output.push(part))
  const [status] = await once(child, 'close')
  process.stdout.write(Buffer.concat(output))
  times.push(`${script.padEnd(16)}${((performance.now() - startedMs) / 1_000).toFixed(1).padStart(7)} s`)
  if (status !== 0) hasFailed = true
}

async function runLine(scripts, isAlone) {
  for (const script of scripts) if (!hasFailed) await run(script, isAlone)
}

for (const lines of steps) await Promise.all(lines.map((scripts) => runLine(scripts, lines.length === 1)))

process.stdout.write(`\n${times.join('\n')}\n`)
process.exitCode = hasFailed ? 1 : 0
