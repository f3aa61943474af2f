import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { contactPath, mePath, configPath } from '../../contract/reads/reads.ts'
import { ana } from '../../simulators/instance/instance.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { contact, plainTask, startProxyScene } from '../harness/proxy-scene.ts'
import { createStandingClock } from '../harness/clock-harness.ts'
import { countRepeatedRefusals, countingWindowMs, type RefusalCount } from './repeated-refusals.ts'
import type { RequestLine } from './request-log.ts'

/* The line of a refused request says why, in names that the proxy chose. */

const { connect, token, newProxy, close } = await startProxyScene()
const crm = 'https://crm.example.com'
let proxy: ProxyHarness

beforeEach(() => {
  connect.reset()
  proxy = newProxy({
    environment: { ALLOWED_ORIGINS: crm },
    policyFile: { policies: [{ name: 'All', flows: [plainTask.destination.flowId] }] },
  })
})
afterAll(close)

const lineSchema = z.object({
  code: z.optional(z.string()),
  reason: z.optional(z.string()),
  field: z.optional(z.string()),
  issues: z.optional(z.array(z.string())),
  issueCount: z.optional(z.number()),
})

async function factsOf(response: Promise<Response>) {
  await response
  expect(proxy.logged()).not.toContain('marked')
  const lines = proxy.logged().trim().split('\n')
  return lineSchema.parse(JSON.parse(lines.findLast((line) => line.includes('"route"')) ?? ''))
}

describe('a refused body is logged with its reason', () => {
  it.each<[string, string, Record<string, string>, object]>([
    ['no JSON', '{"marked"', {}, { code: 'malformed', reason: 'body-not-json' }],
    ['another value', '"marked"', {}, { code: 'malformed', reason: 'body-shape', field: 'the body' }],
    [
      'a value of another type in a row',
      JSON.stringify({ ...plainTask, attributes: [{ key: 'marked', value: 7 }] }),
      {},
      { code: 'malformed', reason: 'body-shape', field: 'attributes.0.value' },
    ],
    [
      'an unknown member',
      JSON.stringify({ ...plainTask, destination: { ...plainTask.destination, marked: 1 } }),
      {},
      { code: 'malformed', reason: 'body-shape', field: 'destination' },
    ],
    [
      'another content type',
      '{}',
      { 'content-type': 'text/marked' },
      { code: 'unsupported-type', reason: 'content-type' },
    ],
    [
      'another charset',
      '{}',
      { 'content-type': 'application/json; charset=latin1' },
      { code: 'unsupported-type', reason: 'charset' },
    ],
    [
      'a compression',
      '{}',
      { 'content-encoding': 'gzip' },
      { code: 'unsupported-type', reason: 'content-encoding' },
    ],
    ['too many bytes', 'x'.repeat(681 * 1_024), {}, { code: 'too-large', reason: 'body' }],
  ])('%s', async (...[, body, headers, facts]) => {
    expect(await factsOf(proxy.post(body, token, headers))).toEqual(facts)
  })
})

describe('a refused task is logged with', () => {
  it('its first issues, as fields and codes without values, and the number of all', async () => {
    const attributes = Array.from({ length: 9 }, (_, at) => ({ key: `marked key ${at}`, value: 'marked' }))

    const { issues, issueCount, ...facts } = await factsOf(proxy.post({ ...plainTask, attributes }, token))

    expect(facts).toEqual({ code: 'invalid', reason: 'issues' })
    expect(issues).toHaveLength(5)
    expect(issues?.[0]).toBe('attributes.0.key attribute-key-invalid')
    expect(issueCount).toBe(9)
  })

  it('destination-not-allowed if the policy does not allow its flow', async () => {
    const destination = { type: 'flow', flowId: 'marked' }

    const facts = await factsOf(proxy.post({ ...plainTask, destination }, token))

    expect(facts).toEqual({ code: 'destination-gone', reason: 'destination-not-allowed' })
  })

  it('destination-not-offered if Connect has no such flow', async () => {
    proxy = newProxy()
    const destination = { type: 'flow', flowId: 'marked' }

    const facts = await factsOf(proxy.post({ ...plainTask, destination }, token))

    expect(facts).toEqual({ code: 'destination-gone', reason: 'destination-not-offered' })
  })
})

describe('a contact that is not the agent’s is logged as', () => {
  it.each([
    ['contact-id', 'marked id'],
    ['contact-not-listed', '11111111-0000-4000-8000-00000000dead'],
  ])('%s', async (reason, contactId) => {
    connect.setContacts(ana.userId, [contact('11111111-0000-4000-8000-000000000001')])

    const facts = await factsOf(proxy.get(contactPath(encodeURIComponent(contactId)), token))

    expect(facts).toEqual({ code: 'not-your-contact', reason })
  })
})

const preflight = (origin: string) =>
  Promise.resolve(
    proxy.fetch(new Request(`http://proxy${mePath}`, { method: 'OPTIONS', headers: { origin } })),
  )

describe('a page whose origin is not allowed', () => {
  it('is logged when its browser asks ahead', async () => {
    expect(await factsOf(preflight('https://marked.example'))).toEqual({ reason: 'origin-not-allowed' })
  })

  it('is logged when its browser cannot read the response', async () => {
    const headers = { origin: 'https://marked.example', 'sec-fetch-site': 'cross-site' }

    expect(await factsOf(proxy.get(configPath, undefined, headers))).toEqual({ reason: 'origin-not-allowed' })
  })

  it('is not mistaken for an allowed one, or for the panel’s own', async () => {
    expect(await factsOf(preflight(crm))).toEqual({})
    const own = { origin: 'https://panel.example', 'sec-fetch-site': 'same-origin' }
    expect(await factsOf(proxy.get(configPath, undefined, own))).toEqual({})
    expect(await factsOf(proxy.get(configPath, undefined, { origin: crm }))).toEqual({})
  })
})

const line = (reason: 'expired' | 'audience'): RequestLine => ({
  requestId: 'request',
  method: 'GET',
  route: mePath,
  status: 401,
  durationMs: 1,
  code: 'unauthenticated',
  reason,
})

describe('refusals that are counted instead of logged', () => {
  it('are counted by their reasons, however they are mixed', async () => {
    const clock = createStandingClock()
    const counts: RefusalCount[] = []
    const { logRequest } = countRepeatedRefusals({
      write: () => {},
      writeCount: (count) => counts.push(count),
      clock,
    })
    for (let at = 0; at < 2_000; at += 1) logRequest(line(at % 4 === 0 ? 'audience' : 'expired'))
    await clock.passTime(countingWindowMs)

    expect(counts).toEqual([
      {
        code: 'unauthenticated',
        count: 1_990,
        reasons: { expired: 1_493, audience: 497 },
        withinMs: countingWindowMs,
      },
    ])
  })
})
