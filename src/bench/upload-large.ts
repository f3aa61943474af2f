import { chromium, type Page } from '@playwright/test'
import {
  attachmentByteLimitMost,
  defaultAttachmentLimits,
} from '../core/fields/attachments/attachment-limits.ts'
import { findChromium } from '../simulators/find-chromium.ts'
import type { ConnectSimulator } from '../simulators/connect/connect-simulator.ts'
import { sha256Of, writeLargeFile } from './large-file.ts'
import { usage, withProxy } from './measured-proxy.ts'
import { rendererBytes } from './renderer-memory.ts'

/**
 * `npm run upload:large`: the largest file that Connect can be set to take, from the disk of an agent through the panel in
 * Chromium to the task, with the memory of the proxy and of the page on the way.
 */

const say = (text: string) => process.stdout.write(`${text}\n`)
const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`

const patienceMs = 10 * 60_000
const sampledEveryMs = 250

/** Neither the proxy nor the page may grow by a fourth of the file: then they hold parts of it, not the file. */
const growthLimit = attachmentByteLimitMost / 4

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
  await references.locator('input[type="file"]').setInputFiles(path)
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

async function uploadLarge(): Promise<boolean> {
  const file = await writeLargeFile(attachmentByteLimitMost)
  const browser = await chromium.launch({ executablePath: findChromium() })
  return withProxy(async ({ origin, pid }, { connect }) => {
    connect.attachmentSettings = { ...defaultAttachmentLimits, byteLimit: attachmentByteLimitMost }
    // A real Connect has its own line to the bucket. This one shares the process of all simulators.
    connect.attachmentFetch = 'on-command'
    const page = await browser.newPage({ viewport: { width: 400, height: 760 } })
    await page.goto(origin)
    await page.getByRole('heading', { name: 'New task' }).waitFor()
    const before = { proxy: usage(pid).residentBytes, page: await rendererBytes(browser) }
    const most = { ...before }
    const begun = performance.now()
    await sampled(
      async () => {
        most.proxy = Math.max(most.proxy, usage(pid).residentBytes)
        most.page = Math.max(most.page, await rendererBytes(browser))
      },
      createTaskWith(page, file.path),
    )
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
    const isSame = (await sha256AtConnect(connect)) === file.sha256
    await browser.close()
    await file.remove()
    say(`\n${megabytes(attachmentByteLimitMost)} from a file to a task in ${seconds} s`)
    say(`  bytes at Connect: ${isSame ? 'the same' : 'OTHERS'}`)
    const grown = (['proxy', 'page'] as const).map((where) => {
      const growth = most[where] - before[where]
      say(
        `  resident memory of the ${where}: ${megabytes(before[where])} before, at most ${megabytes(most[where])}`,
      )
      return growth
    })
    return isSame && grown.every((growth) => growth <= growthLimit)
  })
}

if (!(await uploadLarge())) process.exitCode = 1
