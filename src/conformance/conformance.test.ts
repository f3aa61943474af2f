import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTaskSchema } from '../contract/tasks/task-request.ts'
import { startTaskContact } from '../core/creating/start-task-contact.ts'
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
import { selfAssignCases } from './templates/self-assign.ts'
import { templateCases } from './templates/templates.ts'
import { textCases } from './texts.ts'

/* The documented rules of StartTaskContact. Each is tested against the core, the proxy and the simulated Connect, so that
   the three cannot drift apart. */

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
  templates: templateCases,
  'self-assignment': selfAssignCases,
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
    it('The core builds the expected parameters for Connect.', () => {
      const verdict = verdictOfCore(rule)

      expect(verdict.ok && startTaskContact(verdict.task, origin)).toEqual(parametersOf(rule))
    })

    it('The proxy sends exactly these parameters to Connect.', async () => {
      await askConnect(parametersOf(rule))
      const response = await askProxy(rule)

      const [direct, throughProxy] = starts().map(({ body }): unknown => JSON.parse(body))
      expect(response.status).toBe(201)
      expect(throughProxy).toEqual(direct)
    })

    it('Connect accepts it.', async () => {
      expect(await askConnect(parametersOf(rule))).toBe(200)
    })
  })

  describe.each(byRule(refused))('%s', (_rule, rule) => {
    it('The core reports the issues by field.', () => {
      expect(verdictOfCore(rule)).toEqual({ ok: false, issues: rule.issues })
    })

    it('The proxy reports the same issues and does not call StartTaskContact.', async () => {
      const problem = await problemOf(await askProxy(rule))

      expect(problem).toMatchObject({ status: 422, code: 'invalid', outcome: 'not-created' })
      expect(problem.issues).toEqual(rule.issues)
      expect(starts()).toEqual([])
    })
  })

  describe.each(byRule(malformed))('%s', (_rule, rule) => {
    it('The contract’s schema does not accept it.', () => {
      expect(createTaskSchema.safeParse(bodyOf(rule)).success).toBe(false)
    })

    it('The proxy names the member and does not call StartTaskContact.', async () => {
      const { detail } = rule
      const problem = await problemOf(await askProxy(rule))

      expect(problem).toMatchObject({ status: 400, code: 'malformed', outcome: 'not-created', detail })
      expect(starts()).toEqual([])
    })
  })

  describe.each(byRule(instance))('%s', (_rule, rule) => {
    it('The core accepts it.', () => {
      expect(verdictOfCore(rule).ok).toBe(true)
    })

    it('The proxy checks the instance’s data and does not call StartTaskContact.', async () => {
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

  it('have a rule each', () => {
    const rules = [...accepted, ...refusals.map(({ rule }) => rule)]

    expect(rules).toHaveLength(new Set(rules).size)
  })

  it('give a reason exactly where Tasklink is stricter than Connect', () => {
    const wrong = refusals.filter(({ connect, because }) => (connect === 200) !== (because !== undefined))

    expect(wrong).toEqual([])
  })
})
