import { afterAll, afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { contactPath, destinationsPath } from '../../contract/reads/reads.ts'
import { tasksPath } from '../../contract/tasks/task-paths.ts'
import { runBuiltProxy, type BuiltProxy } from '../../simulators/built-proxy.ts'
import { freePort } from '../../simulators/free-port.ts'
import { contact, plainTask, startProxyScene } from '../harness/proxy-scene.ts'

/** These tests start whole processes, which is slow on a busy machine. */
vi.setConfig({ testTimeout: 30_000 })

const scene = await startProxyScene()
const file = inject('builtProxy')

/** Faults that the proxy does not have: each signal causes one in its process. */
const faults = Buffer.from(`
  const marked = 'marked\\n    at marked (/marked:1:1)'
  const make = {
    error: () => Object.assign(new TypeError(marked, { cause: new Error(marked) }), { body: marked }),
    text: () => marked,
    object: () => ({ message: marked, stack: marked }),
    aggregate: () => new AggregateError([new Error(marked)], marked),
    nothing: () => undefined,
  }[process.env.FAULT]
  process.on('SIGUSR2', () => { throw make() })
  process.on('SIGWINCH', () => void Promise.reject(make()))
`)
// A stack frame names its file, and here the file is the program text.
const options = `--import data:text/javascript;base64,${faults.toString('base64')}`

let proxy: BuiltProxy | undefined

async function start(differs: Readonly<Record<string, string>>): Promise<BuiltProxy> {
  const environment = { ...scene.environment, LOG_LEVEL: 'trace', NODE_OPTIONS: options, ...differs }
  proxy = await runBuiltProxy(await freePort(), environment, file)
  return proxy
}

beforeEach(() => {
  scene.connect.reset()
  scene.identity.reset()
})
afterEach(async () => {
  await proxy?.stop()
  proxy = undefined
})
afterAll(() => scene.close())

const headers = { authorization: `Bearer ${scene.token}`, 'content-type': 'application/json' }
const call = contact('11111111-0000-4000-8000-000000000001')

async function askForEverything({ origin }: BuiltProxy): Promise<void> {
  await Promise.all([
    fetch(`${origin}${destinationsPath}`, { headers }),
    fetch(`${origin}${contactPath(call.contactId)}`, { headers }),
    fetch(`${origin}${tasksPath}`, { method: 'POST', headers, body: JSON.stringify(plainTask) }),
  ])
}

describe('a running proxy writes nothing, on either of its outputs, of', () => {
  it.each([
    [
      'keys that AWS does not know',
      'credentials-refused',
      { AWS_ACCESS_KEY_ID: 'AKIAMARKED', AWS_SECRET_ACCESS_KEY: 'marked' },
    ],
    [
      'a session token',
      'credentials-refused',
      { AWS_SESSION_TOKEN: 'marked', AWS_SECRET_ACCESS_KEY: 'marked' },
    ],
    [
      'a profile that is not there',
      'credentials-missing',
      { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_PROFILE: 'marked' },
    ],
    [
      'an identity that its container is given',
      'credentials-missing',
      {
        AWS_ACCESS_KEY_ID: '',
        AWS_SECRET_ACCESS_KEY: '',
        AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:9/marked',
        AWS_CONTAINER_AUTHORIZATION_TOKEN: 'marked',
      },
    ],
  ])('its AWS credentials, but why they do not work: %s', async (_, reason, credentials) => {
    const running = await start({ AWS_EC2_METADATA_DISABLED: 'true', ...credentials })
    await askForEverything(running)

    await expect.poll(running.log).toContain('"code":"connect-')
    expect(running.log()).toContain(`"reason":"${reason}"`)
    expect(running.log()).not.toMatch(/marked/i)
  })

  it('an address without a server', async () => {
    const running = await start({
      AWS_ENDPOINT_URL_CONNECT: 'http://marked.invalid:1/marked',
      // The address is public and logged, but not its query.
      OIDC_ISSUER: 'https://login.invalid/tenant?marked',
    })
    await askForEverything(running)

    await expect.poll(running.log).toContain('not ready yet')
    expect(running.log()).not.toMatch(/marked/i)
  })

  it.each([
    ['error', 'SIGUSR2'],
    ['aggregate', 'SIGWINCH'],
    ['object', 'SIGUSR2'],
    ['text', 'SIGUSR2'],
    ['nothing', 'SIGWINCH'],
  ] as const)('an uncaught fault: %s, by %s', async (fault, signal) => {
    const running = await start({ FAULT: fault })

    process.kill(running.pid, signal)

    expect(await running.ended).toBe(1)
    expect(running.log()).toContain('ended by an uncaught fault')
    expect(running.log()).not.toMatch(/marked/i)
  })
})

async function saidBy(environment: Readonly<Record<string, string>>): Promise<string> {
  const port = environment['PORT'] ?? String(await freePort())
  const started = runBuiltProxy(Number(port), environment, file)
  return started.then(
    async (running) => {
      await running.stop()
      return 'started'
    },
    (error: unknown) => String(error),
  )
}

describe('a proxy that cannot start says nothing of', () => {
  const marked = 'http://marked:marked@marked.example/ AKIAMARKED'

  it('the values of its environment, if all are wrong', async () => {
    const names = [
      ...Object.keys(scene.environment),
      'ALLOWED_ORIGINS',
      'CONNECT_RATES',
      'LOG_LEVEL',
      'METRICS_PORT',
    ]
    const said = await saidBy(Object.fromEntries(names.map((name) => [name, marked])))

    expect(said).toContain('The proxy cannot start')
    expect(said).not.toMatch(/marked/i)
  })

  it('a host where it cannot listen', async () => {
    const said = await saidBy({ ...scene.environment, HOST: 'marked.invalid' })

    expect(said).toContain('The proxy cannot listen at HOST and PORT')
    expect(said).not.toMatch(/marked/i)
  })
})
