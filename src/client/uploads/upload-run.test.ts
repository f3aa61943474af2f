import { describe, expect, it } from 'vitest'
import { loaded } from './late-code.ts'
import { TaskClientError } from '../task-client-error.ts'
import type { PutEnd, UploadTrack, UploadWay } from './upload-parts.ts'
import { runUpload } from './upload-run.ts'

/** Fails as a browser does that is offline. */
const notLoaded = () => loaded(Promise.reject(new TypeError('Failed to fetch dynamically imported module')))

const moved = () => Promise.reject(new DOMException('moved', 'NotReadableError'))

const endOf = (parts: Partial<UploadWay>, discard = (_token: string) => {}, track: UploadTrack = {}) => {
  const blob = new Blob(['order'])
  const way: UploadWay = {
    judge: async () => undefined,
    hash: async () => 'hash',
    begin: async () => ({ upload: 'slot', url: 'https://bucket.example/key', headers: {}, expiresAt: 1 }),
    put: async () => 'stored',
    complete: async () => ({ token: 'token', expiresAt: 1 }),
    ...parts,
  }
  return runUpload(
    { blob, facts: () => ({ name: 'orders.csv', bytes: blob.size, type: 'text/csv' }), track },
    { way, now: () => 0, wait: async () => {}, random: () => 1, discard },
    new AbortController().signal,
    () => {},
  )
}

const unreachable = { failure: { reason: 'unreachable', canRetry: true } }

describe('an upload whose code cannot be loaded', () => {
  it('says that the connection is at fault, and not the file', async () => {
    expect(await endOf({ hash: notLoaded })).toEqual(unreachable)
    expect(await endOf({ put: notLoaded })).toEqual(unreachable)
  })

  it('says that the file is at fault if its bytes cannot be read', async () => {
    expect(await endOf({ hash: moved })).toEqual({ failure: { reason: 'unreadable', canRetry: true } })
  })
})

const ends = (...all: readonly PutEnd[]): UploadWay['put'] => {
  const left = [...all]
  return async () => left.shift() ?? 'stored'
}

describe('an upload that begins again in another place', () => {
  it('deletes what may have arrived in the first place', async () => {
    const discarded: string[] = []
    const end = await endOf({ put: ends('unreachable', 'refused') }, (token) => discarded.push(token))

    expect(end).toEqual({ upload: { token: 'token', expiresAt: 1 } })
    expect(discarded).toEqual(['slot'])
  })

  it('deletes the rest of a try whose address has expired since', async () => {
    const discarded: string[] = []
    const old = { upload: 'old slot', url: '', headers: {}, expiresAt: 0 }
    await endOf({}, (token) => discarded.push(token), { sha256: 'hash', slot: old, isBegun: true })

    expect(discarded).toEqual(['old slot'])
  })

  it('deletes a file about which the panel asked the proxy too late', async () => {
    const discarded: string[] = []
    const issues = [{ field: 'attachments.0.file', code: 'file-expired' } as const]
    const late = new TaskClientError({ code: 'upload-refused', outcome: 'not-created', issues })
    await endOf({ complete: () => Promise.reject(late) }, (token) => discarded.push(token))

    expect(discarded).toEqual(['slot'])
  })
})
