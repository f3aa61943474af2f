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
  process.on('SIGUSR2', () => {
    process.emitWarning('marked', { type: 'DeprecationWarning', code: 'DEP0000' })
    process.emitWarning('again', { type: 'MarkedWarning', code: 'marked\\n' })
    process.emitWarning('again', { type: 'MarkedWarning', code: 'marked\\n' })
  })
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

  const lines = proxy
    .log()
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  const ofProcess = { msg: 'warning of the process' }
  expect(lines).toContainEqual(
    expect.objectContaining({ ...ofProcess, warning: 'DeprecationWarning', code: 'DEP0000' }),
  )
  const again = expect.objectContaining({ ...ofProcess, warning: 'MarkedWarning', code: 'none' })
  expect(lines.filter((line) => again.asymmetricMatch(line))).toHaveLength(1)
  // The tests build no panel beside this proxy.
  expect(lines).toContainEqual(expect.objectContaining({ warning: 'panel-missing' }))
  expect(proxy.log()).not.toContain('marked')
  expect(proxy.log()).not.toContain('NodeVersionSupport')
})
