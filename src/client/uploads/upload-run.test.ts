import { describe, expect, it } from 'vitest'
import { loaded } from './late-code.ts'
import { runUpload, type UploadWay } from './upload-run.ts'

/** Fails as a browser does that is offline. */
const notLoaded = () => loaded(Promise.reject(new TypeError('Failed to fetch dynamically imported module')))

const moved = () => Promise.reject(new DOMException('moved', 'NotReadableError'))

const endOf = (parts: Partial<UploadWay>) => {
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
    { blob, facts: () => ({ name: 'orders.csv', bytes: blob.size, type: 'text/csv' }), track: {} },
    { way, now: () => 0, wait: async () => {}, random: () => 1 },
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
