import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTaskSchema } from '../contract/task-request.ts'
import { startTaskContact } from '../core/start-task-contact.ts'
import { problemOf } from '../proxy/harness/proxy-scene.ts'
import { attributeCases } from './attributes.ts'
import { callerCases } from './callers.ts'
import { bodyOf, parametersOf, verdictOfCore } from './case-readings.ts'
import type { AcceptedCase, ConformanceCases } from './conformance-case.ts'
import { startConformanceScene } from './conformance-scene.ts'
import { destinationCases } from './destinations.ts'
import { origin } from './instance-at-noon.ts'
import { linkCases } from './links.ts'
import { localTimeCases } from './local-times.ts'
import { referenceCases } from './references.ts'
import { scheduleCases } from './schedule.ts'
import { textCases } from './texts.ts'

/* What Connect documents about StartTaskContact, rule by rule, asked of the core, of the proxy and of the simulated
   Connect, so that the three cannot drift apart. */

const { askProxy, askConnect, starts, reset, close } = await startConformanceScene()

beforeEach(reset)
afterAll(close)

const casesByGroup: Readonly<Record<string, ConformanceCases>> = {
  texts: textCases,
  attributes: attributeCases,
  references: referenceCases,
  schedules: scheduleCases,
  'local times': { accepted: localTimeCases },
  links: linkCases,
  destinations: destinationCases,
  callers: callerCases,
}

const groups = Object.entries(casesByGroup)

const byRule = <Case extends AcceptedCase>(cases: readonly Case[] = []) =>
  cases.map((rule) => [rule.rule, rule] as const)

const refusalsOf = ({ refused = [], malformed = [], instance = [] }: ConformanceCases) => [
  ...refused,
  ...malformed,
  ...instance,
]

describe.each(groups)('%s', (_group, cases) => {
  const { accepted, refused, malformed, instance } = cases

  describe.each(byRule(accepted))('%s', (_rule, rule) => {
    it('The core makes of it what Connect shall get.', () => {
      const verdict = verdictOfCore(rule)

      expect(verdict.ok && startTaskContact(verdict.task, origin)).toEqual(parametersOf(rule))
    })

    it('The proxy sends Connect exactly that.', async () => {
      await askConnect(parametersOf(rule))
      const response = await askProxy(rule)

      const [direct, throughProxy] = starts().map(({ body }): unknown => JSON.parse(body))
      expect(response.status).toBe(201)
      expect(throughProxy).toEqual(direct)
    })

    it('Connect takes it.', async () => {
      expect(await askConnect(parametersOf(rule))).toBe(200)
    })
  })

  describe.each(byRule(refused))('%s', (_rule, rule) => {
    it('The core says what is wrong, and where.', () => {
      expect(verdictOfCore(rule)).toEqual({ ok: false, issues: rule.issues })
    })

    it('The proxy says the same, and asks Connect for nothing.', async () => {
      const problem = await problemOf(await askProxy(rule))

      expect(problem).toMatchObject({ status: 422, code: 'invalid', outcome: 'not-created' })
      expect(problem.issues).toEqual(rule.issues)
      expect(starts()).toEqual([])
    })
  })

  describe.each(byRule(malformed))('%s', (_rule, rule) => {
    it('The contract has no words for it.', () => {
      expect(createTaskSchema.safeParse(bodyOf(rule)).success).toBe(false)
    })

    it('The proxy says where, and asks Connect for nothing.', async () => {
      const { detail } = rule
      const problem = await problemOf(await askProxy(rule))

      expect(problem).toMatchObject({ status: 400, code: 'malformed', outcome: 'not-created', detail })
      expect(starts()).toEqual([])
    })
  })

  describe.each(byRule(instance))('%s', (_rule, rule) => {
    it('The core cannot know.', () => {
      expect(verdictOfCore(rule).ok).toBe(true)
    })

    it('The proxy has looked, and asks Connect for nothing.', async () => {
      const { code } = rule
      const problem = await problemOf(await askProxy(rule))

      expect(problem).toMatchObject({ code, outcome: 'not-created' })
      expect(starts()).toEqual([])
    })
  })

  describe.each(byRule(refusalsOf(cases)))('%s', (_rule, rule) => {
    it(`Connect answers ${rule.connect}. ${rule.because ?? ''}`.trim(), async () => {
      expect(await askConnect(parametersOf(rule))).toBe(rule.connect)
    })
  })
})

describe('the cases', () => {
  const accepted = groups.flatMap(([group, cases]) =>
    (cases.accepted ?? []).map(({ rule }) => `${group}: ${rule}`),
  )
  const refusals = groups.flatMap(([group, cases]) =>
    refusalsOf(cases).map(({ rule, connect, because }) => ({ rule: `${group}: ${rule}`, connect, because })),
  )

  it('are named by a rule each', () => {
    const rules = [...accepted, ...refusals.map(({ rule }) => rule)]

    expect(rules).toHaveLength(new Set(rules).size)
  })

  it('say why, where the product is stricter than Connect, and only there', () => {
    const wrong = refusals.filter(({ connect, because }) => (connect === 200) !== (because !== undefined))

    expect(wrong).toEqual([])
  })
})
