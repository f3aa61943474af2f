import { measureChoices } from './choice-speed.ts'
import { measureFirstLoad } from './first-load.ts'
import { firstChunks, firstLoadByteAim } from './first-load-budget.ts'
import { freeMs, isWithinGoal, measureHostileBodies, ratioGoal } from './hostile-body.ts'
import { measureKeystrokes } from './keystrokes.ts'
import { measureShiftChange } from './measure-shift-change.ts'
import { measureUploads, officeLine, wayMsOf, type UploadCost } from './uploads/upload-cost.ts'
import { measureProxyCost, measureProxyMemory } from './proxy-cost.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)
const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} KB`
const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`
const milliseconds = (value: number) => `${value.toFixed(2)} ms`

function reportFirstLoad(): void {
  const files = measureFirstLoad(firstChunks)
  const first = files.filter(({ isFirst }) => isFirst).reduce((bytes, { gzipBytes }) => bytes + gzipBytes, 0)
  say(`\nFirst load of the panel, gzip: ${kilobytes(first)} of ${kilobytes(firstLoadByteAim)}`)
  for (const { file, gzipBytes, isFirst } of files) {
    say(`  ${isFirst ? 'first' : 'later'}  ${kilobytes(gzipBytes).padStart(9)}  ${file}`)
  }
}

async function reportKeystrokes(): Promise<void> {
  say('\nOne keystroke in the middle of the attribute rows, against the same rows of bare native inputs')
  const measured = await measureKeystrokes([300, 3_000])
  for (const { rows, list, scriptMs, paintMs } of measured) {
    say(
      `  ${rows} rows, ${list.padEnd(6)}  script ${milliseconds(scriptMs)}  key to paint ${milliseconds(paintMs)}`,
    )
  }
  for (const rows of [300, 3_000]) {
    const best = (list: string, figure: 'scriptMs' | 'paintMs') =>
      Math.min(
        ...measured.filter((each) => each.rows === rows && each.list === list).map((each) => each[figure]),
      )
    const scriptMs = best('panel', 'scriptMs')
    const ownMs = scriptMs - best('native', 'scriptMs')
    const paintRatio = best('panel', 'paintMs') / best('native', 'paintMs')
    say(`  ${rows} rows: script ${milliseconds(scriptMs)}, ${milliseconds(ownMs)} of it beyond native`)
    say(`  ${rows} rows: key to paint is ${paintRatio.toFixed(2)} × native`)
  }
}

async function reportChoices(): Promise<void> {
  say('\nOne letter in the search for one of 1,200 destinations, against a native select of the same')
  for (const { list, scriptMs, letterMs, openMs } of await measureChoices()) {
    const opened = openMs === undefined ? '' : `  open to paint ${milliseconds(openMs)}`
    say(`  ${list}  script ${milliseconds(scriptMs)}  letter to paint ${milliseconds(letterMs)}${opened}`)
  }
}

function reportHostileBodies(): void {
  const costs = measureHostileBodies()
  say('\nA hostile body of at most 640 KB until it is refused, against JSON.parse of the same bytes')
  say(
    `  The goal is at most ${ratioGoal} ×, or under ${freeMs} ms, less than an ordinary task costs. Longest first:`,
  )
  for (const { shape, bytes, parseMs, handleMs } of costs.slice(0, 8)) {
    const ratio = `${(handleMs / parseMs).toFixed(1)} ×`
    say(
      `  ${ratio.padStart(6)}  ${milliseconds(handleMs).padStart(9)}  ${kilobytes(bytes).padStart(9)}  ${shape}`,
    )
  }
  const missed = costs.filter((cost) => !isWithinGoal(cost)).map(({ shape }) => shape)
  say(`  Above the goal: ${missed.length === 0 ? 'none' : missed.join(', ')}`)
}

async function reportProxy(): Promise<void> {
  const { proxyCpuMs, sdkCpuMs, bareServerCpuMs } = await measureProxyCost(1_500, 6_000)
  say('\nCPU for one linked task (describe, start), against a loop of the same SDK calls')
  say(`  proxy ${milliseconds(proxyCpuMs)}  SDK alone ${milliseconds(sdkCpuMs)}`)
  say(
    `  its own: ${milliseconds(proxyCpuMs - sdkCpuMs)}, ${(proxyCpuMs / sdkCpuMs).toFixed(2)} × the SDK alone`,
  )
  say(`  a bare node:http server that reads and sends the same bytes: ${milliseconds(bareServerCpuMs)}`)
  const memory = await measureProxyMemory(10, 10_000)
  say('\nResident memory of the proxy after each 10,000 of 100,000 tasks')
  say(`  ${memory.map(megabytes).join('  ')}`)
}

function sayUploads(costs: readonly UploadCost[]): void {
  for (const cost of costs) {
    const { bytes, hashMs, directMs, way } = cost
    const wayMs = wayMsOf(cost)
    say(
      `    ${megabytes(bytes).padStart(5)}: ${milliseconds(wayMs)} against ${milliseconds(directMs)}, ${(wayMs / directMs).toFixed(2)} × (${milliseconds(wayMs - directMs)} of its own)`,
    )
    say(
      `           slot ${milliseconds(way.slotMs)}, PUT ${milliseconds(way.putMs)}, look ${milliseconds(way.completeMs)}; hashing before it ${milliseconds(hashMs)}`,
    )
  }
}

async function reportUploads(): Promise<void> {
  const sizes = [1_048_576, 20 * 1_048_576]
  const { bitsPerSecond, roundTripMs } = officeLine
  say(
    '\nOne file by way of the proxy (slot, PUT, its look at the object), against a direct PUT to the bucket',
  )
  say('  Medians of rounds in turn. The goal is at most 1.1 × for a file of the default limit.')
  say(`  Over a line of ${bitsPerSecond / 1_000_000} Mbit/s and ${roundTripMs} ms to and fro:`)
  sayUploads(await measureUploads(sizes, officeLine))
  say('  Over loopback, which takes no time for the bytes themselves:')
  sayUploads(await measureUploads(sizes))
}

async function reportShiftChange(): Promise<void> {
  say('\n200 agents open the panel and create a linked task within a minute, at the documented rates')
  const measured = await measureShiftChange(200, 60_000)
  const { tookMs, allowedMs, medianWaitMs, longestWaitMs, residentBytes } = measured
  say(`  in real time: ${seconds(tookMs)} from the first request to the last task,`)
  say(
    `  ${(tookMs / allowedMs).toFixed(3)} × the ${seconds(allowedMs)} that the rate of StartTaskContact allows`,
  )
  say(
    `  waits: median ${seconds(medianWaitMs)}, longest ${seconds(longestWaitMs)}, ${(longestWaitMs / medianWaitMs).toFixed(2)} × the median`,
  )
  const { tasks, duplicates, withoutTask, errors, askedAgain, throttledByConnect } = measured
  say(`  tasks ${tasks}, duplicates ${duplicates}, agents without ${withoutTask}, errors ${errors}`)
  say(`  answered busy ${askedAgain} times, throttled by Connect ${throttledByConnect} times`)
  const { before, most, after } = residentBytes
  say(
    `  resident memory of the proxy: ${megabytes(before)} before, at most ${megabytes(most)}, ${megabytes(after)} after`,
  )
}

reportFirstLoad()
reportHostileBodies()
await reportKeystrokes()
await reportChoices()
await reportProxy()
await reportUploads()
await reportShiftChange()
