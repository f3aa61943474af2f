import { expect, type Page } from '@playwright/test'
import { attachmentsLimit } from '../../src/core/fields/attachments/attachment.ts'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import { madeFile, type MadeFile } from '../support/files.ts'
import { createAndSee, fillTask, toggleSection } from '../support/panel.ts'
import { call, test } from '../support/product.ts'

// The limit comes from a policy: the proxy caches Connect's own limit for minutes.
const byteLimit = 2 * 1_048_576

test.use({ policyFile: { policies: [{ name: 'Every agent', fields: { attachments: { byteLimit } } }] } })
// In one worker, so that only one product is started for them.
test.describe.configure({ mode: 'default' })

/** Chooses files, as the file dialog does. */
async function chooseFiles(page: Page, files: readonly MadeFile[]): Promise<void> {
  const references = await toggleSection(page, 'References')
  const chooser = page.waitForEvent('filechooser')
  await references.getByRole('button', { name: 'Add files' }).click()
  await (await chooser).setFiles([...files])
  await expect(references.getByRole('list', { name: 'Files' }).getByRole('listitem')).toHaveCount(
    files.length,
  )
}

/** The files that Connect has read for the only task. */
function arrived({ tasks, attachmentsOf }: ConnectSimulator) {
  expect(tasks).toHaveLength(1)
  return tasks.flatMap(({ contactId }) => attachmentsOf(contactId))
}

test('five files arrive at Connect byte for byte, one of a single byte and one of exactly the limit', async ({
  open,
  page,
  connect,
  store,
}) => {
  const files = [
    madeFile('one.txt', 1),
    madeFile('limit.pdf', byteLimit),
    madeFile('orders.csv', 70_001),
    madeFile('Foto 👍 Straße.png', 5_000),
    madeFile('notes (2).txt', 300_000),
  ]
  expect(files).toHaveLength(attachmentsLimit)
  await open(call)
  await fillTask(page)
  await chooseFiles(page, files)
  await createAndSee(page)

  expect(arrived(connect)).toMatchObject(
    files.map(({ name, buffer }) => ({ fileName: name, state: 'approved', bytes: buffer })),
  )
  // The browser sent the bucket neither the agent's token nor the page's address.
  const puts = store.received.filter(({ operation }) => operation === 'PutObject')
  expect(puts).toHaveLength(attachmentsLimit)
  expect(puts.flatMap(({ headers }) => [headers.get('authorization'), headers.get('cookie')])).toEqual(
    puts.flatMap(() => [undefined, undefined]),
  )
})

test('a file of one byte more than the limit is refused before it leaves the browser', async ({
  open,
  page,
  store,
}) => {
  await open(call)
  await fillTask(page)
  await chooseFiles(page, [madeFile('notes.txt', byteLimit + 1)])

  await expect(page.getByRole('list', { name: 'Files' })).toContainText('Not uploaded')
  // The proxy looks for its bucket when it starts.
  expect(store.received.filter(({ operation }) => operation !== 'HeadBucket')).toEqual([])
})

test('an upload over a slow line shows how far it is, can be cancelled on the way, and arrives later', async ({
  open,
  page,
  connect,
  store,
}) => {
  const orders = madeFile('orders.csv', 500_000)
  const line = await page.context().newCDPSession(page)
  const setLine = (uploadThroughput: number) =>
    line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 20,
      downloadThroughput: -1,
      uploadThroughput,
    })
  await open(call)
  await fillTask(page)
  await line.send('Network.enable')
  await setLine(100_000)
  await chooseFiles(page, [orders])
  const row = page.getByRole('list', { name: 'Files' }).getByRole('listitem', { name: 'orders.csv' })
  const bar = row.getByRole('progressbar')
  const seen = new Set<number>()
  // The progress bar has steps before and after the upload of the bytes.
  const sentParts = async () => {
    const part = await bar.evaluate((node) => (node instanceof HTMLProgressElement ? node.value : NaN))
    if (part > 0.1 && part < 0.95) seen.add(part)
    return seen.size
  }
  await expect.poll(sentParts, { intervals: [50] }).toBeGreaterThan(2)
  await row.getByRole('button', { name: 'Cancel the upload of orders.csv' }).click()

  await expect(row.getByText('Cancelled')).toBeVisible()
  expect([...seen]).toEqual([...seen].toSorted((one, other) => one - other))
  await expect.poll(() => store.received.some(({ operation }) => operation === 'DeleteObject')).toBe(true)
  expect(store.objects).toEqual([])
  await setLine(-1)
  await row.getByRole('button', { name: 'Try again to upload orders.csv' }).click()
  await createAndSee(page)
  expect(arrived(connect)).toMatchObject([{ fileName: 'orders.csv', bytes: orders.buffer }])
})
