import { describe, expect, it, vi } from 'vitest'
import type { ContactSource } from './contact-source.ts'
import { pendingSource } from './pending-source.ts'

const signedOut = () => ({
  teller: 'ccp' as const,
  subscribe: vi.fn<ContactSource['subscribe']>(() => () => {}),
  getSnapshot: (): ReturnType<ContactSource['getSnapshot']> => ({ status: 'signed-out' }),
  close: vi.fn<ContactSource['close']>(),
})

const store = async () => {}

describe('a pending source', () => {
  it('is connecting until the source is open, and then has its session', async () => {
    const source = pendingSource(Promise.resolve(signedOut()), 'ccp')
    const onChange = vi.fn<() => void>()
    source.subscribe(onChange)
    expect(source.getSnapshot()).toEqual({ status: 'connecting' })

    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1))

    expect(source.getSnapshot()).toEqual({ status: 'signed-out' })
  })

  it('is not answering when the source cannot be opened', async () => {
    const source = pendingSource(Promise.reject(new Error('the chunk is gone')), 'ccp')
    const onChange = vi.fn<() => void>()
    source.subscribe(onChange)

    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1))

    expect(source.getSnapshot()).toEqual({ status: 'not-answering' })
  })

  it('closes a source that opens after it was closed', async () => {
    const late = signedOut()
    const source = pendingSource(Promise.resolve(late), 'ccp')

    source.close()

    await vi.waitFor(() => expect(late.close).toHaveBeenCalledTimes(1))
    expect(late.subscribe).not.toHaveBeenCalled()
  })

  it('has the source wait for work that was registered before it was open', async () => {
    const cancel = vi.fn<() => void>()
    const beforeGone = vi.fn<NonNullable<ContactSource['beforeGone']>>(() => cancel)
    const source = pendingSource(Promise.resolve({ ...signedOut(), beforeGone }), 'workspace')

    const stop = source.beforeGone?.(store)

    await vi.waitFor(() => expect(beforeGone).toHaveBeenCalledExactlyOnceWith(store))
    stop?.()
    expect(cancel).toHaveBeenCalledOnce()
  })

  it('has the source wait for no work that was taken back before it was open', async () => {
    const beforeGone = vi.fn<NonNullable<ContactSource['beforeGone']>>(() => () => {})
    const source = pendingSource(Promise.resolve({ ...signedOut(), beforeGone }), 'workspace')
    const onChange = vi.fn<() => void>()
    source.subscribe(onChange)

    source.beforeGone?.(store)()

    await vi.waitFor(() => expect(onChange).toHaveBeenCalled())
    expect(beforeGone).not.toHaveBeenCalled()
  })
})
