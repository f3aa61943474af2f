import { describe, expect, it, vi } from 'vitest'
import type { ContactSource } from './contact-source.ts'
import { pendingSource } from './pending-source.ts'

const signedOut = () => ({
  teller: 'ccp' as const,
  subscribe: vi.fn<ContactSource['subscribe']>(() => () => {}),
  getSnapshot: (): ReturnType<ContactSource['getSnapshot']> => ({ status: 'signed-out' }),
  close: vi.fn<ContactSource['close']>(),
})

describe('a pending source', () => {
  it('connects until the source is there, and then speaks for it', async () => {
    const source = pendingSource(Promise.resolve(signedOut()), 'ccp')
    const told = vi.fn<() => void>()
    source.subscribe(told)
    expect(source.getSnapshot()).toEqual({ status: 'connecting' })

    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1))

    expect(source.getSnapshot()).toEqual({ status: 'signed-out' })
  })

  it('says that nothing answers when the source cannot be opened', async () => {
    const source = pendingSource(Promise.reject(new Error('the chunk is gone')), 'ccp')
    const told = vi.fn<() => void>()
    source.subscribe(told)

    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1))

    expect(source.getSnapshot()).toEqual({ status: 'not-answering' })
  })

  it('closes the source that arrives after it was closed itself', async () => {
    const late = signedOut()
    const source = pendingSource(Promise.resolve(late), 'ccp')

    source.close()

    await vi.waitFor(() => expect(late.close).toHaveBeenCalledTimes(1))
    expect(late.subscribe).not.toHaveBeenCalled()
  })
})
