import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { tasksPath } from '../../contract/tasks/task-paths.ts'
import { createdTaskSchema } from '../../contract/tasks/tasks.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { plainTask } from '../harness/proxy-scene.ts'
import { pdf, put, startUploadScene, uploader } from '../harness/upload-scene.ts'

/* Files on their whole way while time passes for the proxy, the bucket and Connect alike. */

const scene = await startUploadScene()
const { store, connect, token } = scene
const minute = 60_000
const hour = 60 * minute

beforeEach(() => {
  store.reset()
  connect.reset()
  // AWS does not document when Connect reads a file, so the test says when.
  connect.attachmentFetch = 'on-command'
})

afterAll(scene.close)

const pass = (proxy: ProxyHarness, milliseconds: number) => {
  proxy.passTime(milliseconds)
  store.clockAheadMs += milliseconds
}

const create = (
  proxy: ProxyHarness,
  attachments: readonly { readonly upload: string }[],
  clientToken = 'first',
) => proxy.postTo(tasksPath, { ...plainTask, clientToken, attachments }, token)

/** The bytes that Connect finds at the address of the only file of a task; undefined if it finds none. */
async function readByConnect(response: Response): Promise<string | undefined> {
  const { contactId } = createdTaskSchema.parse(await response.json())
  await connect.fetchAttachments(contactId)
  const [file] = connect.attachmentsOf(contactId)
  return file?.bytes && Buffer.from(file.bytes).toString()
}

/** A proxy with the temporary credentials of a role, which are renewed when they end. */
function withRole(lifetimeMs: number): ProxyHarness {
  const credentials = async () => store.newSession({ lifetimeMs })
  return scene.uploadProxy({ store: { endpoint: store.url, credentials } })
}

describe('a file whose time passes', () => {
  it('can be read by Connect for a quarter of an hour after the last send, and not after the hour', async () => {
    const proxy = scene.uploadProxy()
    const ana = uploader(proxy, token)
    const { upload } = await ana.upload()
    const { attachments } = await ana.readied(upload)
    pass(proxy, 44 * minute)
    const sent = await create(proxy, attachments)
    expect(sent.status).toBe(201)
    const other = await create(proxy, attachments, 'second')
    pass(proxy, 15 * minute)

    expect(await readByConnect(sent)).toBe(pdf.toString())
    pass(proxy, 2 * minute)
    expect(await readByConnect(other)).toBeUndefined()
  })

  it('is kept for the task also when the rest of the bucket is deleted on the next day', async () => {
    const proxy = scene.uploadProxy()
    const ana = uploader(proxy, token)
    const { upload } = await ana.upload()
    pass(proxy, 19 * hour)
    const { attachments } = await ana.readied(upload)
    const sent = await create(proxy, attachments)
    pass(proxy, 50 * minute)

    expect(await readByConnect(sent)).toBe(pdf.toString())
    pass(proxy, 48 * hour)
    expect(store.objects).toEqual([])
  })

  it('is refused once its token has expired, and its agent can upload it again', async () => {
    const proxy = scene.uploadProxy()
    const ana = uploader(proxy, token)
    const { upload } = await ana.upload()
    pass(proxy, 20 * hour + minute)
    expect((await ana.ready(upload)).status).toBe(422)
    const { attachments } = await ana.readied((await ana.upload()).upload)

    expect(await readByConnect(await create(proxy, attachments))).toBe(pdf.toString())
  })
})

describe('the credentials of a role that end', () => {
  it('end the address of a slot, and the next slot has new ones', async () => {
    const proxy = withRole(4 * minute)
    const ana = uploader(proxy, token)
    const slot = await ana.begin('invoice.pdf', pdf)
    store.clockAheadMs = 5 * minute

    // The panel takes this answer for a slot that is over, and asks for another.
    expect((await put(slot, pdf)).status).toBe(400)
    const next = await ana.begin('invoice.pdf', pdf)
    expect((await put(next, pdf)).status).toBe(200)
    expect((await ana.complete(next.upload)).status).toBe(200)
  })

  it('end the address of a file no earlier than a quarter of an hour after the last send', async () => {
    const proxy = withRole(30 * minute)
    const ana = uploader(proxy, token)
    const { attachments, expiresAt } = await ana.readied((await ana.upload()).upload)
    const lastSendMs = Date.parse(expiresAt) - Date.now()
    pass(proxy, lastSendMs - 2_000)
    const sent = await create(proxy, attachments)
    expect(sent.status).toBe(201)
    const other = await create(proxy, attachments, 'second')
    pass(proxy, 15 * minute)

    expect(await readByConnect(sent)).toBe(pdf.toString())
    pass(proxy, minute)
    expect(await readByConnect(other)).toBeUndefined()
  })
})
