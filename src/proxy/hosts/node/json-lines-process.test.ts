import { afterAll, expect, inject, it, vi } from 'vitest'
import { runBuiltProxy } from '../../../simulators/built-proxy.ts'
import { freePort } from '../../../simulators/free-port.ts'
import { startProxyScene } from '../../harness/proxy-scene.ts'

/** This test starts a whole process, which is slow on a busy machine. */
vi.setConfig({ testTimeout: 30_000 })

/** A proxy becomes ready slowly on a busy machine. */
const patient = { timeout: 10_000 }

const scene = await startProxyScene()
afterAll(() => scene.close())

const warnAtSignal = Buffer.from(`
  process.on('SIGUSR2', () => process.emitWarning('marked', { type: 'DeprecationWarning', code: 'DEP0000' }))
`)

it('a proxy writes only JSON on both of its outputs, also warnings of Node and of packages', async () => {
  const NODE_OPTIONS = `--import data:text/javascript;base64,${warnAtSignal.toString('base64')}`
  const proxy = await runBuiltProxy(
    await freePort(),
    { ...scene.environment, NODE_OPTIONS },
    inject('builtProxy'),
  )
  await expect.poll(async () => (await fetch(`${proxy.origin}/readyz`)).status, patient).toBe(200)
  process.kill(proxy.pid, 'SIGUSR2')
  await expect.poll(proxy.log, patient).toContain('DEP0000')
  await proxy.stop()

  const lines = proxy.log().trim().split('\n')
  expect(lines.map((line): unknown => JSON.parse(line))).toContainEqual(
    expect.objectContaining({
      warning: 'DeprecationWarning',
      code: 'DEP0000',
      msg: 'warning of the process',
    }),
  )
  expect(proxy.log()).not.toContain('marked')
  expect(proxy.log()).not.toContain('NodeVersionSupport')
})
