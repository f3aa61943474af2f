import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runManyInBrowser } from './browser/run-browser.ts'
import { createFigures, failureLines, type RunSummary } from './campaign/figures.ts'
import { runMany, type RunsOptions } from './campaign/run-many.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    replay: { type: 'string' },
    browser: { type: 'string', default: '0' },
    processes: { type: 'string', default: '2' },
    proxy: { type: 'string' },
    share: { type: 'string' },
  },
})
const processes = Number(values.processes)

const browserMark = 'browser-'

const seeds = (count: string, mark = '') =>
  Array.from({ length: Number(count) }, (_, index) => `${mark}${values.seed}.${index}`)

/** The seeds of one of the processes. Each run has its own, so that it can be repeated alone. */
const seedsOf = (number: number) =>
  [seeds(values.browser, browserMark), seeds(values.runs)].flatMap((each) =>
    each.filter((_, index) => index % processes === number),
  )

const runSeeds = async (wanted: readonly string[], options: RunsOptions) => {
  const inBrowser = wanted.filter((seed) => seed.startsWith(browserMark))
  const others = wanted.filter((seed) => !seed.startsWith(browserMark))
  // Runs in Chromium come first, because the other runs replace the timers of this process.
  if (inBrowser.length > 0) await runManyInBrowser(inBrowser, options)
  if (others.length > 0) await runMany(others, options)
}

/** Runs each share of the seeds in its own process, because a run replaces the timers of its process. */
async function campaign(): Promise<void> {
  const startedMs = performance.now()
  const figures = createFigures()
  const ends = Array.from({ length: processes }, async (_, number) => {
    const child = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2), `--share=${number}`])
    child.on('message', (summary: RunSummary) => {
      figures.add(summary)
      // Print failures at once, so that a developer can study one run while others continue.
      const lines = failureLines(summary)
      for (const line of lines) say(line)
      // Print the steps too: in Chromium a replay may run differently, because it depends on the speed of the machine.
      if (lines.length > 0) for (const step of summary.steps ?? []) say(`    ${step}`)
    })
    const [code]: unknown[] = await once(child, 'exit')
    return code
  })
  const codes = await Promise.all(ends)
  say(figures.lines().join('\n'))
  say(`${((performance.now() - startedMs) / 1_000).toFixed(1).padStart(8)}  s`)
  if (figures.isIdle()) say('No run has created a task or a message: the campaign proves nothing.')
  if (figures.failures() > 0 || figures.isIdle() || codes.some((code) => code !== 0)) process.exitCode = 1
}

/** Repeats one run and prints each step of it. */
async function replay(seed: string): Promise<void> {
  const figures = createFigures()
  await runSeeds([seed], { proxyFile: values.proxy, isVerbose: true, onEnd: figures.add })
  say(figures.lines().join('\n'))
}

async function runShare(number: number): Promise<void> {
  await runSeeds(seedsOf(number), {
    proxyFile: values.proxy,
    isVerbose: false,
    onEnd: (summary) => void process.send?.(summary),
  })
}

if (values.replay !== undefined) await replay(values.replay)
else if (values.share !== undefined) await runShare(Number(values.share))
else await campaign()
// Exit explicitly, because the servers of a run keep connections open.
process.exit()
