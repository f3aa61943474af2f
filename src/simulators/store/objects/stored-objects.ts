import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** The facts about an object besides its bytes. */
export interface StoredObject {
  readonly key: string
  readonly bytes: number
  /** Base64. */
  readonly sha256: string
  /** Whether the checksum came with the upload. S3 answers only such a checksum. */
  readonly hasChecksum: boolean
  readonly etag: string
  readonly storedAt: number
  /** Headers of the upload that come back with the object. */
  readonly headers: Readonly<Record<string, string>>
}

/** Bytes that have arrived and are not an object yet. */
export interface ReceivedBytes {
  readonly bytes: number
  readonly sha256: Buffer
  readonly md5: Buffer
  readonly file: string
}

export interface StoredObjects {
  readonly all: () => StoredObject[]
  readonly get: (key: string) => StoredObject | undefined
  /** Writes a body to a file while it arrives, so that a large body needs no memory. */
  readonly receive: (body: AsyncIterable<Uint8Array>) => Promise<ReceivedBytes>
  /** Makes received bytes an object, which replaces an older one. */
  readonly keep: (
    received: ReceivedBytes,
    object: Pick<StoredObject, 'key' | 'hasChecksum' | 'storedAt' | 'headers'>,
  ) => StoredObject
  /** Copies an object to another key. Replaces an older object there. */
  readonly copy: (fromKey: string, object: Pick<StoredObject, 'key' | 'storedAt'>) => Promise<StoredObject>
  readonly discard: (received: ReceivedBytes) => Promise<void>
  readonly read: (key: string, range?: { readonly start: number; readonly end: number }) => Readable
  readonly bytesOf: (key: string) => Promise<Buffer>
  readonly remove: (key: string) => void
  readonly clear: () => void
  readonly close: () => Promise<void>
}

const unlink = (file: string) => rm(file, { force: true })

/** Keeps objects in files of a directory of its own. */
export async function createStoredObjects(): Promise<StoredObjects> {
  const directory = await mkdtemp(join(tmpdir(), 'tasklink-store-'))
  const kept = new Map<string, { readonly object: StoredObject; readonly file: string }>()
  const fileOf = (key: string) => {
    const file = kept.get(key)?.file
    if (file === undefined) throw new Error(`The store has no object ${key}.`)
    return file
  }
  const remove = (key: string) => {
    const before = kept.get(key)
    kept.delete(key)
    if (before) void unlink(before.file)
  }
  return {
    all: () => [...kept.values()].map(({ object }) => object),
    get: (key) => kept.get(key)?.object,
    receive: (body) => receiveInto(join(directory, randomUUID()), body),
    keep: ({ bytes, sha256, md5, file }, facts) => {
      remove(facts.key)
      const object = { ...facts, bytes, sha256: sha256.toString('base64'), etag: `"${md5.toString('hex')}"` }
      kept.set(facts.key, { object, file })
      return object
    },
    copy: async (fromKey, facts) => {
      const from = kept.get(fromKey)
      if (!from) throw new Error(`The store has no object ${fromKey}.`)
      const file = join(directory, randomUUID())
      await copyFile(from.file, file)
      remove(facts.key)
      const object = { ...from.object, ...facts }
      kept.set(facts.key, { object, file })
      return object
    },
    discard: ({ file }) => unlink(file),
    read: (key, range) => createReadStream(fileOf(key), range),
    bytesOf: (key) => readFile(fileOf(key)),
    remove,
    clear: () => [...kept.keys()].forEach(remove),
    close: () => rm(directory, { recursive: true, force: true }),
  }
}

async function receiveInto(file: string, body: AsyncIterable<Uint8Array>): Promise<ReceivedBytes> {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')]
  const handle = await open(file, 'w')
  let bytes = 0
  try {
    for await (const chunk of body) {
      sha256.update(chunk)
      md5.update(chunk)
      bytes += chunk.length
      await handle.write(chunk)
    }
  } catch (error) {
    await unlink(file)
    throw error
  } finally {
    await handle.close()
  }
  return { bytes, sha256: sha256.digest(), md5: md5.digest(), file }
}
