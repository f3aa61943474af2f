import { chromium, type Page } from '@playwright/test'
import {
  attachmentByteLimitMost,
  defaultAttachmentLimits,
} from '../../core/fields/attachments/attachment-limits.ts'
import { findChromium } from '../../simulators/find-chromium.ts'
import type { ConnectSimulator } from '../../simulators/connect/connect-simulator.ts'
import { sha256Of, writeLargeFile } from './large-file.ts'
import { usage, withProxy } from '../measured-proxy.ts'
import { rendererBytes } from './renderer-memory.ts'

/**
 * `npm run upload:large`: the largest file that Connect can be set to take, from the disk of an agent through the panel in
 * Chromium to the task. The memory of the proxy and of the page on the way is compared with that for a smaller file.
 */

const say = (text: string) => process.stdout.write(`${text}\n`)
const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`

const patienceMs = 10 * 60_000
const sampledEveryMs = 250

/** Larger than all buffers on the way of a file, and than the garbage that a browser keeps of its slices. */
const smallBytes = attachmentByteLimitMost / 2

/** How much more memory the large file may need than the small one: neither the proxy nor the page holds it. */
const growthLimit = (attachmentByteLimitMost - smallBytes) / 2

async function createTaskWith(page: Page, path: string): Promise<void> {
  page.setDefaultTimeout(patienceMs)
  await page.getByLabel('What needs to be done?').fill('Read the protocol')
  const destination = page.getByLabel('Who should do it?')
  await destination.fill('Callback requests')
  await page
    .getByRole('option', { name: /^Callback requests/ })
    .first()
    .click()
  const references = page.getByRole('group', { name: 'References', exact: true })
  await references.getByText('References', { exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await references.getByRole('button', { name: 'Add files' }).click()
  await (await chooser).setFiles(path)
  await references.getByRole('list', { name: 'Files' }).getByRole('listitem').waitFor()
  await page.locator('[part="submit"]').click()
  await page.getByRole('heading', { name: /^Task created/ }).waitFor()
}

/** The hash of the file that the only task has, once Connect has read it. */
async function sha256AtConnect(connect: ConnectSimulator): Promise<string | undefined> {
  const [task] = connect.tasks
  if (task === undefined) throw new Error('Connect has no task.')
  await connect.fetchAttachments(task.contactId)
  const [file] = connect.attachmentsOf(task.contactId)
  if (file?.bytes === undefined) throw new Error(`Connect has no file: ${file?.reason ?? 'none was sent'}`)
  return sha256Of(file.bytes)
}

/** Calls `sample` until `work` has ended. */
async function sampled(sample: () => Promise<void>, work: Promise<unknown>): Promise<void> {
  const ended = new AbortController()
  const sampling = (async () => {
    while (!ended.signal.aborted) {
      await sample()
      await new Promise((resolve) => setTimeout(resolve, sampledEveryMs))
    }
  })()
  await work.finally(() => ended.abort())
  await sampling
}

interface Journey {
  readonly seconds: number
  readonly isSame: boolean
  readonly mostBytes: { readonly proxy: number; readonly page: number }
}

/** Creates a task with a file, in a new browser and with a new proxy. */
async function journeyOf(bytes: number): Promise<Journey> {
  const file = await writeLargeFile(bytes)
  const browser = await chromium.launch({ executablePath: findChromium() })
  return withProxy(async ({ origin, pid }, { connect }) => {
    connect.attachmentSettings = { ...defaultAttachmentLimits, byteLimit: attachmentByteLimitMost }
    // A real Connect has its own line to the bucket. This one shares the process of all simulators.
    connect.attachmentFetch = 'on-command'
    const page = await browser.newPage({ viewport: { width: 400, height: 760 } })
    await page.goto(origin)
    await page.getByRole('heading', { name: 'New task' }).waitFor()
    const mostBytes = { proxy: 0, page: 0 }
    const begun = performance.now()
    await sampled(
      async () => {
        mostBytes.proxy = Math.max(mostBytes.proxy, usage(pid).residentBytes)
        mostBytes.page = Math.max(mostBytes.page, await rendererBytes(browser))
      },
      createTaskWith(page, file.path),
    )
    const seconds = (performance.now() - begun) / 1_000
    await browser.close()
    const isSame = (await sha256AtConnect(connect)) === file.sha256
    await file.remove()
    return { seconds, isSame, mostBytes }
  })
}

async function uploadLarge(): Promise<boolean> {
  const small = await journeyOf(smallBytes)
  const large = await journeyOf(attachmentByteLimitMost)
  say(
    `\n${megabytes(attachmentByteLimitMost)} from a file to a task in ${large.seconds.toFixed(1)} s, ${megabytes(smallBytes)} in ${small.seconds.toFixed(1)} s`,
  )
  say(`  bytes at Connect: ${small.isSame && large.isSame ? 'the same' : 'OTHERS'}`)
  for (const where of ['proxy', 'page'] as const) {
    const [least, most] = [small, large].map(({ mostBytes }) => megabytes(mostBytes[where]))
    say(`  resident memory of the ${where}: at most ${most}, with the small file ${least}`)
  }
  const isFlat = (['proxy', 'page'] as const).every(
    (where) => large.mostBytes[where] - small.mostBytes[where] <= growthLimit,
  )
  return small.isSame && large.isSame && isFlat
}

if (!(await uploadLarge())) {
  say('  The file did not arrive, or the memory grew with it.')
  process.exitCode = 1
}
