import { expect, it, vi } from 'vitest'
import { locksInMemory } from './locks-harness.ts'
import { windowsOf } from './windows.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }

it('a window learns at once that another one has been closed, and nothing before', async () => {
  const watch = windowsOf('tasklink', locksInMemory())
  const [one, other] = [await watch(ana, () => {}, 'one'), await watch(ana, () => {}, 'other')]
  const onGone = vi.fn<() => void>()
  one.whenGone?.('other', onGone)
  await new Promise(setImmediate)
  expect(onGone).not.toHaveBeenCalled()
  other.stop()

  await vi.waitFor(() => expect(onGone).toHaveBeenCalledOnce())
  one.stop()
})

it('a window that has stopped waits for no other one', async () => {
  const watch = windowsOf('tasklink', locksInMemory())
  const [one, other] = [await watch(ana, () => {}, 'one'), await watch(ana, () => {}, 'other')]
  const onGone = vi.fn<() => void>()
  one.whenGone?.('other', onGone)
  one.stop()
  other.stop()
  await new Promise(setImmediate)

  expect(onGone).not.toHaveBeenCalled()
})

it('in a browser without locks, no window waits for another', async () => {
  const one = await windowsOf('tasklink')(ana, () => {}, 'one')
  expect(one.whenGone).toBeUndefined()
  one.stop()
})
