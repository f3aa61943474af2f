import { describe, expect, it } from 'vitest'
import type { ProblemIssue } from '../contract/problems/problem.ts'
import { problemOf } from '../proxy/harness/proxy-scene.ts'
import type { ReceivedCall } from '../simulators/connect/calls/received-calls.ts'
import type { Cases } from './conformance-case.ts'

/** What the cases are about: a task or a text message. */
export interface Subject<Case, Parameters> {
  /** The operation by which Connect creates it. */
  readonly operation: string
  /** The parameters that Connect should get. */
  readonly parametersOf: (asked: Case) => Parameters
  /** The parameters that the core makes of the request; undefined if it refuses. */
  readonly builtByCore: (asked: Case) => unknown
  /** The issues of the core, as the wire carries them. */
  readonly issuesOfCore: (asked: Case) => readonly ProblemIssue[]
  /** The body matches the schema of the contract. */
  readonly isWellFormed: (asked: Case) => boolean
  readonly askProxy: (asked: Case) => Promise<Response>
  /** Sends parameters to Connect without any check of Tasklink; resolves to Connect's status. */
  readonly askConnect: (parameters: Parameters) => Promise<number | undefined>
  /** Every call of the operation that Connect has received. */
  readonly starts: () => readonly ReceivedCall[]
}

interface Named {
  readonly rule: string
}

const byRule = <Case extends Named>(cases: readonly Case[] = []) =>
  cases.map((rule) => [rule.rule, rule] as const)

const refusalsOf = <Case>({ refused = [], malformed = [], instance = [] }: Cases<Case>) => [
  ...refused,
  ...malformed,
  ...instance,
]

/** Tests each case against the core, the proxy and the simulated Connect, so that the three cannot drift apart. */
export function describeCases<Case extends Named, Parameters>(
  casesByGroup: Readonly<Record<string, Cases<Case>>>,
  subject: Subject<Case, Parameters>,
): void {
  const groups = Object.entries(casesByGroup)
  describe.each(groups)('%s', (_group, cases) => describeGroup(cases, subject))
  describe('the cases', () => describeList(groups))
}

function describeGroup<Case extends Named, Parameters>(
  cases: Cases<Case>,
  subject: Subject<Case, Parameters>,
): void {
  const { accepted, refused, malformed, instance } = cases
  const { operation, parametersOf, builtByCore, issuesOfCore, isWellFormed } = subject
  const { askProxy, askConnect, starts } = subject

  describe.each(byRule(accepted))('%s', (_rule, rule) => {
    it('The core builds the expected parameters for Connect.', () => {
      expect(builtByCore(rule)).toEqual(parametersOf(rule))
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
      expect(issuesOfCore(rule)).toEqual(rule.issues)
    })

    it(`The proxy reports the same issues and does not call ${operation}.`, async () => {
      const problem = await problemOf(await askProxy(rule))

      expect(problem).toMatchObject({ status: 422, code: 'invalid', outcome: 'not-created' })
      expect(problem.issues).toEqual(rule.issues)
      expect(starts()).toEqual([])
    })
  })

  describe.each(byRule(malformed))('%s', (_rule, rule) => {
    it('The contract’s schema does not accept it.', () => {
      expect(isWellFormed(rule)).toBe(false)
    })

    it(`The proxy names the member and does not call ${operation}.`, async () => {
      const { detail } = rule
      const problem = await problemOf(await askProxy(rule))

      expect(problem).toMatchObject({ status: 400, code: 'malformed', outcome: 'not-created', detail })
      expect(starts()).toEqual([])
    })
  })

  describe.each(byRule(instance))('%s', (_rule, rule) => {
    it('The core accepts it.', () => {
      expect(issuesOfCore(rule)).toEqual([])
    })

    it(`The proxy checks the instance’s data and does not call ${operation}.`, async () => {
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
}

function describeList(groups: readonly (readonly [string, Cases<Named>])[]): void {
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
}
