import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { hashFile } from './file-hash.ts'
import { hashInSlices } from './hash-slices.ts'

const going = { onPart: () => {}, isStopped: () => false }

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64')

describe('hashInSlices()', () => {
  it('gives the SHA-256 of any bytes, however they are sliced', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 400 }),
        async (bytes, sliceBytes) => {
          const file = new Blob([Uint8Array.from(bytes)])

          expect(await hashInSlices(file, { ...going, sliceBytes })).toBe(hashOf(bytes))
        },
      ),
    )
  })

  it('never has more than one slice in memory, and tells how far it is', async () => {
    const bytes = new Uint8Array(1_000)
    const parts: number[] = []
    const read: number[] = []
    const file = new Blob([bytes])
    const slice = file.slice.bind(file)
    file.slice = (start = 0, end = 0) => {
      read.push(end - start)
      return slice(start, end)
    }
    file.arrayBuffer = () => Promise.reject(new Error('The whole file was read at once.'))
    await hashInSlices(file, { ...going, sliceBytes: 300, onPart: (part) => parts.push(part) })

    expect(read).toEqual([300, 300, 300, 100])
    expect(parts).toEqual([0.3, 0.6, 0.9, 1])
  })

  it('ends when it is stopped', async () => {
    let slices = 0
    const hashing = { sliceBytes: 1, onPart: () => (slices += 1), isStopped: () => slices === 3 }

    expect(await hashInSlices(new Blob([new Uint8Array(10)]), hashing)).toBeUndefined()
    expect(slices).toBe(3)
  })

  it('fails if the file cannot be read', async () => {
    const file = new Blob(['x'])
    const unreadable = new Blob(['x'])
    unreadable.arrayBuffer = () => Promise.reject(new DOMException('moved', 'NotReadableError'))
    file.slice = () => unreadable

    await expect(hashInSlices(file, { ...going, sliceBytes: 1 })).rejects.toThrow('moved')
  })
})

describe('hashFile()', () => {
  it('hashes on the page where no worker can start', async () => {
    const bytes = new Uint8Array(700_000).fill(7)

    expect(await hashFile(new Blob([bytes]), () => {}, new AbortController().signal)).toBe(hashOf(bytes))
  })

  it('starts no worker for a file that was stopped before', async () => {
    let started = 0
    vi.stubGlobal(
      'Worker',
      class extends EventTarget {
        constructor() {
          super()
          started += 1
        }
      },
    )
    const hash = await hashFile(new Blob(['x']), () => {}, AbortSignal.abort())
    vi.unstubAllGlobals()

    expect([hash, started]).toEqual(['', 0])
  })
})
