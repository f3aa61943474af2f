import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { hostileBodies } from '../../bench/hostile-shapes.ts'
import { referencesRowLimit } from '../../core/fields/references/reference-budget.ts'
import { referencesByteLimit } from '../../core/fields/references/reference.ts'
import { problemSchema } from '../../contract/problems/problem.ts'
import { parsedDuring } from '../harness/parsed-texts-harness.ts'
import { plainTask, problemOf, startProxyScene } from '../harness/proxy-scene.ts'

const { connect, token, newProxy, close } = await startProxyScene()
const fields = { references: { urlHosts: ['example.com', '*.shop.example'] } }
const proxy = newProxy({ policyFile: { policies: [{ name: 'All', fields }] } })
const urlHosts = Array.from({ length: 900 }, (_, index) => `host${index}.shop.example`)
const strict = newProxy({ policyFile: { policies: [{ name: 'All', fields: { references: { urlHosts } } }] } })
await proxy.prepare()
await strict.prepare()

afterAll(close)

/** 4,096 characters of a reference, each of at most two UTF-16 units. */
const addressUnits = 8_192
const timeUnits = 64
/** Every address of a task is asked about and then parsed, and all of them fit into the limit of references. */
const addressBytes = 2 * referencesByteLimit
/** Each DATE is parsed once. The proxy parses a few times of its own. */
const timeCount = referencesRowLimit + 10
const answerBytes = 16 * 1_024

async function expectCheapRefusal(body: unknown) {
  let response = new Response()
  const { addresses, times } = await parsedDuring(async () => {
    response = await proxy.post(body, token)
  })
  const answer = await response.text()

  const { code, outcome } = problemSchema.parse(JSON.parse(answer))
  // Any other code would mean that the task was refused before it was looked at.
  expect(['malformed', 'invalid']).toContain(code)
  expect(outcome).toBe('not-created')
  expect(Buffer.byteLength(answer)).toBeLessThanOrEqual(answerBytes)
  expect(Math.max(0, ...addresses.map(({ length }) => length))).toBeLessThanOrEqual(addressUnits)
  expect(Math.max(0, ...times.map(({ length }) => length))).toBeLessThanOrEqual(timeUnits)
  expect(Buffer.byteLength(addresses.join(''))).toBeLessThanOrEqual(addressBytes)
  expect(times.length).toBeLessThanOrEqual(timeCount)
  expect(connect.tasks).toEqual([])
}

describe('a body that is made to cost as much as it can', () => {
  it.each(Object.entries(hostileBodies))('reaches no parser and gets a short response: %s', (_, body) =>
    expectCheapRefusal(body),
  )

  it('does so with any unit in any field', async () => {
    const longText = fc
      .tuple(
        fc.constantFrom('', 'https://', 'a@', '2026-10-01T12:00:00.'),
        fc.constantFrom('a', '0', '.', '-', ' ', '漢', '\u0301', '👍', '%e4', '\ud83d'),
      )
      .map(([start, unit]) => start + unit.repeat(Math.floor(600_000 / JSON.stringify(unit).length / 3)))
    const field = fc.constantFrom<(text: string) => unknown>(
      (name) => ({ ...plainTask, name }),
      (description) => ({ ...plainTask, description }),
      (clientToken) => ({ ...plainTask, clientToken }),
      (flowId) => ({ ...plainTask, destination: { type: 'flow', flowId } }),
      (contactId) => ({ ...plainTask, link: { type: 'related', contactId } }),
      (scheduledTime) => ({ ...plainTask, scheduledTime }),
      (expiryMinutes) => ({ ...plainTask, expiryMinutes }),
      (name) => ({ ...plainTask, references: [{ name, type: 'STRING', value: 'v' }] }),
      ...['URL', 'NUMBER', 'STRING', 'DATE', 'EMAIL'].map((type) => (value: string) => ({
        ...plainTask,
        references: [{ name: 'n', type, value }],
      })),
      (key) => ({ ...plainTask, attributes: [{ key, value: 'v' }] }),
      (value) => ({ ...plainTask, attributes: [{ key: 'k', value }] }),
    )
    await fc.assert(
      fc.asyncProperty(field, longText, (bodyWith, text) => expectCheapRefusal(bodyWith(text))),
      { numRuns: 60 },
    )
  })
})

describe('the issues of a response', () => {
  const wrongRows = Array.from({ length: 10_000 }, () => ({ key: '', value: '' }))

  it('are bounded, and the response says how many are left out', async () => {
    const response = await proxy.post({ ...plainTask, name: '', attributes: wrongRows }, token)
    const { issues, issuesLeftOut } = await problemOf(response)

    expect(issues).toHaveLength(100)
    expect(issuesLeftOut).toBe(9_901)
  })

  it('are of whole fields before they are of rows', async () => {
    const huge = { key: 'k', value: 'v'.repeat(32_768) }
    const response = await proxy.post({ ...plainTask, name: '', attributes: [...wrongRows, huge] }, token)
    const { issues = [] } = await problemOf(response)

    expect(issues.slice(0, 3).map(({ field }) => field)).toEqual(['name', 'attributes', 'attributes.0.key'])
  })

  it('are complete if they are few', async () => {
    const { issues, issuesLeftOut } = await problemOf(await proxy.post({ ...plainTask, name: '' }, token))

    expect(issues).toEqual([{ field: 'name', code: 'name-missing' }])
    expect(issuesLeftOut).toBeUndefined()
  })

  it('show only the beginning of a long list of hosts', async () => {
    const references = Array.from({ length: 150 }, (_, index) => ({
      name: `n${index}`,
      type: 'URL',
      value: 'https://a.example',
    }))
    const answer = await (await strict.post({ ...plainTask, references }, token)).text()

    expect(Buffer.byteLength(answer)).toBeLessThanOrEqual(answerBytes)
    expect(answer).toContain('host0.shop.example')
  })
})

const locked = (schedule: { readonly default: 'now' | 'later'; readonly isLocked: true }) =>
  newProxy({ policyFile: { policies: [{ name: 'All', fields: { schedule } }] } })

describe('a task that its policy starts now', () => {
  it('is refused with an expiry from the caller', async () => {
    const response = await locked({ default: 'now', isLocked: true }).post(
      { ...plainTask, expiryMinutes: 60 },
      token,
    )

    expect((await problemOf(response)).issues).toEqual([{ field: 'expiryMinutes', code: 'field-locked' }])
  })

  it('may have an expiry if the policy starts it later', async () => {
    const scheduledTime = new Date(Date.now() + 3_600_000).toISOString()
    const response = await locked({ default: 'later', isLocked: true }).post(
      { ...plainTask, scheduledTime, expiryMinutes: 600 },
      token,
    )

    expect(response.status).toBe(201)
    connect.reset()
  })
})
