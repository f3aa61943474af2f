import { createHash } from 'node:crypto'
import {
  readyAttachmentsSchema,
  storedUploadSchema,
  uploadSlotSchema,
  type UploadSlot,
} from '../../contract/uploads/uploads.ts'
import {
  completeUploadPath,
  discardUploadPath,
  readyUploadsPath,
  uploadsPath,
} from '../../contract/uploads/upload-paths.ts'
import { ben } from '../../simulators/instance/instance.ts'
import { startStoreSimulator, type StoreSimulator } from '../../simulators/store/store-simulator.ts'
import type { ProxyHarness } from './proxy-harness.ts'
import { startProxyScene, type ProxyScene } from './proxy-scene.ts'

export const sealSecret = 'a secret that only the proxies of this test know'

/** A PDF of a few bytes. */
export const pdf = Buffer.from('%PDF-1.7\n1 0 obj\nthe invoice of a customer\n')

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64')

/** The facts that the panel sends about a file before its bytes. */
export const announced = (name: string, bytes: Uint8Array) => ({
  name,
  bytes: bytes.byteLength,
  type: '',
  sha256: sha256Of(bytes),
})

export const put = ({ url, headers }: Pick<UploadSlot, 'url' | 'headers'>, bytes: Uint8Array) =>
  fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) })

/** Ana and Ben, the steps of an upload through a proxy, and the bucket behind it. */
export interface UploadScene extends ProxyScene {
  readonly store: StoreSimulator
  readonly bensToken: string
  readonly uploadProxy: (differs?: Parameters<ProxyScene['newProxy']>[0]) => ProxyHarness
}

export async function startUploadScene(): Promise<UploadScene> {
  const scene = await startProxyScene()
  const store = await startStoreSimulator()
  const started: UploadScene = {
    ...scene,
    store,
    bensToken: await scene.identity.tokenFor(ben, { exp: Date.UTC(2100, 0) / 1_000 }),
    uploadProxy: ({ environment, ...differs } = {}) =>
      scene.newProxy({
        environment: { ATTACHMENTS_BUCKET: store.bucketName, SEAL_SECRET: sealSecret, ...environment },
        store: { endpoint: store.url, credentials: store.credentials },
        ...differs,
      }),
    close: async () => {
      await Promise.all([scene.close(), store.close()])
    },
  }
  // The first upload loads parts of the SDK, which takes seconds on a busy machine.
  await uploader(started.uploadProxy(), scene.token).upload()
  return started
}

/** The steps of one agent with files, through one proxy. */
export const uploader = (proxy: ProxyHarness, token: string) => ({
  begin: async (name: string, bytes: Uint8Array): Promise<UploadSlot> =>
    uploadSlotSchema.parse(await (await proxy.postTo(uploadsPath, announced(name, bytes), token)).json()),
  complete: (upload: string) => proxy.postTo(completeUploadPath, { upload }, token),
  ready: (...uploads: readonly string[]) => proxy.postTo(readyUploadsPath, { uploads }, token),
  discard: (upload: string) => proxy.postTo(discardUploadPath, { upload }, token),
  /** Uploads a file whose content fits its name. */
  async upload(name: string = 'invoice.pdf', bytes: Uint8Array = pdf) {
    const slot = await this.begin(name, bytes)
    await put(slot, bytes)
    return storedUploadSchema.parse(await (await this.complete(slot.upload)).json())
  },
  async readied(...uploads: readonly string[]) {
    return readyAttachmentsSchema.parse(await (await this.ready(...uploads)).json())
  },
})
