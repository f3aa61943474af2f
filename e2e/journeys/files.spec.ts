import { createHash } from 'node:crypto'
import { open as openFile, writeFile } from 'node:fs/promises'
import { expect, type ElementHandle, type Locator, type Page } from '@playwright/test'
import { defaultAttachmentLimits } from '../../src/core/fields/attachments/attachment-limits.ts'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import { madeFile, type MadeFile } from '../support/files.ts'
import {
  create,
  createAndSee,
  createdHeading,
  errorSummary,
  fillTask,
  nameField,
  referenceRow,
  toggleSection,
} from '../support/panel.ts'
import { call, chat, test, turnTo, type Fixtures, type OpenedCcp } from '../support/product.ts'
import { untilStored } from '../support/stored-drafts.ts'

type Chosen = string | MadeFile

const fileRow = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('list', { name: 'Files' }).getByRole('listitem', { name })

const isUploaded = (page: Page, name: string | RegExp) =>
  expect(fileRow(page, name).getByText('Uploaded', { exact: true })).toBeVisible()

/** Chooses files in the file dialog. */
async function choose(page: Page, button: Locator, ...files: readonly Chosen[]): Promise<void> {
  const opened = page.waitForEvent('filechooser')
  await button.click()
  const chooser = await opened
  const made = files.filter((file) => typeof file !== 'string')
  await chooser.setFiles(made.length > 0 ? made : files.filter((file) => typeof file === 'string'))
}

const addFiles = (page: Page, ...files: readonly Chosen[]) =>
  choose(page, page.getByRole('button', { name: 'Add files' }), ...files)

/**
 * Does what a browser does if the input has left the page while its file dialog was open. Playwright cannot set the files of
 * such an input.
 */
const chooseInGoneForm = (input: ElementHandle, { name, mimeType, buffer }: MadeFile) =>
  input.evaluate(
    (node, made) => {
      if (!(node instanceof HTMLInputElement) || node.isConnected) throw new Error('The form is still there.')
      const files = new DataTransfer()
      files.items.add(new File([Uint8Array.from(made.bytes)], made.name, { type: made.mimeType }))
      node.files = files.files
      node.dispatchEvent(new Event('change', { bubbles: true }))
    },
    { name, mimeType, bytes: [...buffer] },
  )

/** Writes a file to the disk, from which the browser reads it during the upload. */
async function onDisk({ name, buffer }: MadeFile): Promise<string> {
  const path = test.info().outputPath(name)
  await writeFile(path, buffer)
  return path
}

/** The files that Connect has fetched for the only task, as they arrived. */
function arrived(connect: ConnectSimulator) {
  expect(connect.tasks).toHaveLength(1)
  return connect
    .attachmentsOf(connect.tasks[0]?.contactId ?? '')
    .map(({ fileName, bytes = Buffer.from('') }) => sent({ name: fileName, buffer: bytes }))
}

/** Compare hashes: comparing 20 MB byte by byte takes minutes. */
const sent = ({ name, buffer }: Pick<MadeFile, 'name' | 'buffer'>) => ({
  name,
  bytes: buffer.length,
  sha256: createHash('sha256').update(buffer).digest('hex'),
})

/** The words over the panel while files are dragged over it, and where they stand in the window. */
const invitation = (page: Page) =>
  page.getByRole('region', { name: 'New task' }).evaluate((panel) => {
    const { content, top, height } = getComputedStyle(panel, '::after')
    const y = panel.getBoundingClientRect().top + Number.parseFloat(top)
    return { words: content, box: { y, height: Number.parseFloat(height) } }
  })

/** The agent writes a task for a call, and opens its references. */
async function begin(page: Page, open: Fixtures['open']): Promise<OpenedCcp> {
  const ccp = await open(chat, call)
  await fillTask(page)
  await toggleSection(page, 'References')
  return ccp
}

test('five files at once, of one byte and of the exact limit, reach Connect unchanged, and Create waits for them', async ({
  page,
  open,
  connect,
}) => {
  await begin(page, open)
  const files = [
    madeFile('one byte.txt', 1),
    madeFile('as large as fits.pdf', defaultAttachmentLimits.byteLimit),
    madeFile('orders.csv', 70_000),
    madeFile('Foto vom Schaden ä.png', 5_000_001),
    madeFile('letter.pdf', 4_097),
  ]
  await addFiles(page, ...(await Promise.all(files.map(onDisk))))
  await createAndSee(page)

  expect(arrived(connect)).toEqual(files.map(sent))
})

test('a file is one of the types of a reference, and one byte too many is refused before any is sent', async ({
  page,
  open,
  store,
}) => {
  await begin(page, open)
  const path = test.info().outputPath('video.mp4')
  const file = await openFile(path, 'w')
  await file.truncate(defaultAttachmentLimits.byteLimit + 1)
  await file.close()
  await referenceRow(page, 1).getByLabel('Type', { exact: true }).selectOption('File')
  const button = referenceRow(page, 1).getByRole('button', { name: 'Choose file…' })
  await expect(button).toBeFocused()
  await choose(page, button, path)

  await expect(referenceRow(page, 1)).toHaveCount(0)
  await expect(fileRow(page, 'video.mp4').getByText('The file has 20.01 MB; 20 MB fit.')).toBeVisible()
  await expect(fileRow(page, 'video.mp4').getByText('20.01\u00a0MB', { exact: true })).toBeVisible()
  // The proxy looks for its bucket when it starts.
  expect(store.received.filter(({ operation }) => operation !== 'HeadBucket')).toEqual([])
})

test('the arrow keys go through the types of a reference, File among them, and lose nothing', async ({
  page,
  open,
}) => {
  await begin(page, open)
  const row = referenceRow(page, 1)
  const type = row.getByLabel('Type', { exact: true })
  const button = row.getByRole('button', { name: 'Choose file…' })
  let isChooserOpen = false
  page.on('filechooser', () => {
    isChooserOpen = true
  })
  await row.getByLabel('Name', { exact: true }).fill('Order')
  await type.selectOption('Email address')
  await row.getByLabel('Value', { exact: true }).fill('ana@example.com')
  await type.focus()
  await page.keyboard.press('ArrowDown')
  await expect(button).toBeVisible()
  await expect(type).toBeFocused()
  await page.keyboard.press('ArrowUp')

  await expect(button).toHaveCount(0)
  await expect(type).toBeFocused()
  await expect(type).toHaveValue('EMAIL')
  await expect(row.getByLabel('Name', { exact: true })).toHaveValue('Order')
  await expect(row.getByLabel('Value', { exact: true })).toHaveValue('ana@example.com')
  expect(isChooserOpen).toBe(false)

  await page.getByRole('button', { name: 'Add reference' }).click()
  const second = referenceRow(page, 2)
  await second.getByLabel('Type', { exact: true }).focus()
  await page.keyboard.press('End')
  await expect(second.getByLabel('Value', { exact: true })).toBeHidden()
  await page.keyboard.press('Tab')
  await expect(second.getByRole('button', { name: 'Choose file…' })).toBeFocused()
  expect(isChooserOpen).toBe(false)
})

test('an upload that fails can be tried again, and one that is cancelled is no longer in the bucket', async ({
  page,
  open,
  store,
  connect,
}) => {
  await begin(page, open)
  // Larger than the buffers of a connection: buffered bytes would still reach the bucket after the agent has cancelled.
  const [letter, video] = [madeFile('letter.pdf', 40_000), madeFile('video.csv', 12_000_000)]
  const note = madeFile('note.txt', 100)
  // Two failures, because the panel itself asks for another slot once.
  store.failNext('PutObject', { kind: 'error', status: 403, code: 'AccessDenied' }, 2)
  await addFiles(page, letter)
  await expect(fileRow(page, 'letter.pdf').getByText('did not accept the file')).toBeVisible()
  await page.getByRole('button', { name: 'Try again to upload letter.pdf' }).click()
  await isUploaded(page, 'letter.pdf')

  const held: (() => void)[] = []
  const hold = () =>
    new Promise<void>((resolve) => {
      held.push(resolve)
    })
  store.failNext('PutObject', { kind: 'held', afterBytes: 1_000, hold })
  await addFiles(page, video)
  await expect(fileRow(page, 'video.csv').getByRole('progressbar')).toBeVisible()
  await expect.poll(() => held.length).toBe(1)
  await page.getByRole('button', { name: 'Cancel the upload of video.csv' }).click()
  await expect(fileRow(page, 'video.csv').getByText('Cancelled')).toBeVisible()
  for (const goOn of held) goOn()
  await page.getByRole('button', { name: 'Remove file 2, video.csv' }).click()
  await expect(page.getByText('video.csv removed.')).toBeVisible()
  // Added files may use its place, so it can no longer be brought back.
  await addFiles(page, note)
  await expect(page.getByText('video.csv removed.')).toBeHidden()
  await isUploaded(page, 'note.txt')
  await createAndSee(page)

  expect(arrived(connect)).toEqual([letter, note].map(sent))
  // Two files, and the task's copy of each.
  await expect.poll(() => store.objects.length).toBe(4)
})

test('a bad name is corrected with one press, and content that contradicts its name is refused', async ({
  page,
  open,
  store,
  connect,
}) => {
  await begin(page, open)
  const bill = madeFile('bill.pdf', 5_000)
  await addFiles(
    page,
    { ...bill, name: 'bill\u202efdp.pdf' },
    { ...madeFile('x.png', 5_000), name: 'scan.pdf' },
  )
  await page.getByRole('button', { name: 'Use the name billfdp.pdf' }).click()
  await isUploaded(page, 'billfdp.pdf')
  await expect(
    fileRow(page, 'scan.pdf').getByText('The content of this file is not what its name says.'),
  ).toBeVisible()
  await expect.poll(() => store.objects.length).toBe(1)
  await create(page)
  await expect(createdHeading(page)).toHaveCount(0)
  // The row says why, so the summary has only the name.
  await expect(errorSummary(page).getByRole('listitem')).toHaveText(['scan.pdf'])
  await page.getByRole('button', { name: 'Remove file 2, scan.pdf' }).click()
  await createAndSee(page)
  await expect(page.getByText('1 file', { exact: true })).toBeVisible()

  expect(arrived(connect)).toEqual([sent({ ...bill, name: 'billfdp.pdf' })])
})

test('the first press on an offered name counts under a long name, and the focus stays with the file', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 400, height: 760 })
  await begin(page, open)
  const longName = 'Foto vom Schaden an der Tuer '.repeat(9)
  await addFiles(page, { ...madeFile('x.pdf', 5_000), name: `${longName}\u202efdp.pdf` })
  const row = page.getByRole('list', { name: 'Files' }).getByRole('listitem')
  const offered = row.getByRole('button', { name: /^Use the name/ })
  await expect(offered).toBeVisible()
  expect((await offered.boundingBox())?.height).toBeLessThan(45)
  await offered.click()
  await expect(row.getByText('Uploaded', { exact: true })).toBeVisible()
  await expect(row.getByRole('button', { name: /^Remove file 1/ })).toBeFocused()
})

test('files are dropped on the form, and a screenshot is pasted into any of its fields', async ({
  page,
  open,
  context,
  connect,
}) => {
  await begin(page, open)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const text = 'Called twice.'
  const dropped = await page.evaluateHandle((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'note.txt', { type: 'text/plain' }))
    return data
  }, text)
  // The invitation covers what is in view of the panel, also after the page has scrolled, and goes with the drop.
  await page.setViewportSize({ width: 1000, height: 300 })
  await nameField(page).dispatchEvent('dragenter', { dataTransfer: dropped })
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 120))
  await expect.poll(async () => (await invitation(page)).box).toEqual({ y: 0, height: 300 })
  await nameField(page).dispatchEvent('drop', { dataTransfer: dropped })
  expect((await invitation(page)).words).toBe('none')
  await isUploaded(page, 'note.txt')

  await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.getContext('2d')?.fillRect(0, 0, 40, 40)
    const picture = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve)
    })
    if (picture) await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
  })
  await nameField(page).focus()
  await page.keyboard.press('ControlOrMeta+V')
  const named = /^Screenshot \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png$/
  await isUploaded(page, named)
  await createAndSee(page)

  const [note, screenshot] = arrived(connect)
  expect(note).toEqual(sent({ name: 'note.txt', buffer: Buffer.from(text) }))
  expect(screenshot?.name).toMatch(named)
})

test('a draft keeps its uploads while another is in front and through a reload, and says which are gone', async ({
  page,
  open,
  store,
  connect,
}) => {
  const ccp = await begin(page, open)
  const [chatId = '', callId = ''] = ccp.contactIds
  const letter = madeFile('letter.pdf', 40_000)
  // The chat comes to the front while the file dialog is open.
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files' }).click()
  await turnTo(ccp, chatId)
  await chooseInGoneForm((await chooser).element(), letter)
  await turnTo(ccp, callId)
  await toggleSection(page, 'References')
  await isUploaded(page, 'letter.pdf')
  await untilStored(page, '"expiresAt"')
  await page.reload()
  await expect(nameField(page)).toHaveValue('Call back about the refund')
  await toggleSection(page, 'References')
  await isUploaded(page, 'letter.pdf')

  for (const { key } of store.objects) store.remove(key)
  await create(page)
  await expect(fileRow(page, 'letter.pdf').getByText('no longer kept')).toBeVisible()
  await choose(page, page.getByRole('button', { name: 'Choose again: letter.pdf' }), letter)
  await isUploaded(page, 'letter.pdf')
  await createAndSee(page)

  expect(arrived(connect)).toEqual([sent(letter)])
})
