import { describe, expect, it } from 'vitest'
import type { ProblemIssue } from '../contract/problems/problem.ts'
import { problemOf } from '../proxy/harness/proxy-scene.ts'
import type { ReceivedCall } from '../simulators/connect/calls/received-calls.ts'
import { refusalsOf, type CasesOf, type RuleCase } from './operation-cases.ts'

type Verdict =
  | { readonly ok: true; readonly parameters: unknown }
  | { readonly ok: false; readonly issues: readonly ProblemIssue[] }

/** An operation of Connect, as the core, the proxy and the simulated Connect have it. */
interface Operation<Case extends RuleCase> {
  readonly name: string
  readonly parametersOf: (rule: Case) => unknown
  readonly verdictOfCore: (rule: Case) => Verdict
  /** Whether the contract's schema accepts the body. */
  readonly isWellShaped: (rule: Case) => boolean
  readonly askProxy: (rule: Case) => Promise<Response>
  /** Sends the parameters to Connect without any check by Tasklink; resolves to Connect's status. */
  readonly askConnect: (rule: Case) => Promise<number | undefined>
  /** Every call of the operation that Connect has received. */
  readonly starts: () => readonly ReceivedCall[]
}

const byRule = <Case extends RuleCase>(cases: readonly Case[] = []) =>
  cases.map((rule) => [rule.rule, rule] as const)

/** Asks each case of the core, the proxy and the simulated Connect, so that the three cannot drift apart. */
export function testOperation<Case extends RuleCase>(
  operation: Operation<Case>,
  casesByGroup: Readonly<Record<string, CasesOf<Case>>>,
): void {
  const { name, parametersOf, verdictOfCore, isWellShaped, askProxy, askConnect, starts } = operation

  describe.each(Object.entries(casesByGroup))('%s', (_group, cases) => {
    const { accepted, refused, malformed, instance } = cases

    describe.each(byRule(accepted))('%s', (_rule, rule) => {
      it('The core builds the expected parameters for Connect.', () => {
        const verdict = verdictOfCore(rule)

        expect(verdict.ok && verdict.parameters).toEqual(parametersOf(rule))
      })

      it('The proxy sends exactly these parameters to Connect.', async () => {
        await askConnect(rule)
        const response = await askProxy(rule)

        const [direct, throughProxy] = starts().map(({ body }): unknown => JSON.parse(body))
        expect(response.status).toBe(201)
        expect(throughProxy).toEqual(direct)
      })

      it('Connect accepts it.', async () => {
        expect(await askConnect(rule)).toBe(200)
      })
    })

    describe.each(byRule(refused))('%s', (_rule, rule) => {
      it('The core reports the issues by field.', () => {
        expect(verdictOfCore(rule)).toEqual({ ok: false, issues: rule.issues })
      })

      it(`The proxy reports the same issues and does not call ${name}.`, async () => {
        const problem = await problemOf(await askProxy(rule))

        expect(problem).toMatchObject({ status: 422, code: 'invalid', outcome: 'not-created' })
        expect(problem.issues).toEqual(rule.issues)
        expect(starts()).toEqual([])
      })
    })

    describe.each(byRule(malformed))('%s', (_rule, rule) => {
      it('The contract’s schema does not accept it.', () => {
        expect(isWellShaped(rule)).toBe(false)
      })

      it(`The proxy names the member and does not call ${name}.`, async () => {
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

      it(`The proxy checks the instance’s data and does not call ${name}.`, async () => {
        const { code } = rule
        const problem = await problemOf(await askProxy(rule))

        expect(problem).toMatchObject({ code, outcome: 'not-created' })
        expect(starts()).toEqual([])
      })
    })

    describe.each(byRule(refusalsOf(cases)))('%s', (_rule, rule) => {
      it(`Connect answers ${rule.connect}. ${rule.because ?? ''}`.trim(), async () => {
        expect(await askConnect(rule)).toBe(rule.connect)
      })
    })
  })
}

/** Checks the list of cases itself. */
export function testCases<Case extends RuleCase>(
  name: string,
  casesByGroup: Readonly<Record<string, CasesOf<Case>>>,
): void {
  const groups = Object.entries(casesByGroup)

  describe(`the cases of ${name}`, () => {
    const accepted = groups.flatMap(([group, cases]) =>
      (cases.accepted ?? []).map(({ rule }) => `${group}: ${rule}`),
    )
    const refusals = groups.flatMap(([group, cases]) =>
      refusalsOf(cases).map(({ rule, connect, because }) => ({
        rule: `${group}: ${rule}`,
        connect,
        because,
      })),
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
}
