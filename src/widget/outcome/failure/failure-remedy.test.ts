import { describe, expect, it, test } from 'vitest'
import type { ClientFailure } from '../../../client/task-client-error.ts'
import type { ProblemIssue } from '../../../contract/problems/problem.ts'
import { requestSaying } from '../../../drafts/kinds-harness.ts'
import { isReloadHelp, isSaidAtFields, isWorthTrying, wouldFailAgain } from './failure-remedy.ts'

type Code = ClientFailure['code']

const refusedFor = (...fields: readonly string[]): ClientFailure => ({
  code: 'invalid',
  outcome: 'not-created',
  issues: fields.map((field): ProblemIssue => ({ field, code: 'text-missing' })),
})

const task = requestSaying('task', 'Call back')

test('a refusal is said at the fields that the form has', () => {
  expect(isSaidAtFields(refusedFor('name'), task)).toBe(true)
  expect(isSaidAtFields(refusedFor('newField', 'name'), task)).toBe(true)
})

test('a refusal for fields of a newer proxy is not left to fields that the form does not have', () => {
  expect(isSaidAtFields(refusedFor('newField'), task)).toBe(false)
})

const failure = (code: Code): ClientFailure => ({ code, outcome: 'not-created', issues: [] })

describe('after a failure, the button for the draft', () => {
  it.each<Code>(['busy', 'throttled', 'connect-failed', 'unexpected', 'offline', 'sign-in-unavailable'])(
    'is the next step where the same press may succeed: %s',
    (code) => {
      expect(isWorthTrying(failure(code))).toBe(true)
      expect(wouldFailAgain(failure(code), false)).toBe(false)
    },
  )

  it('is the next step once a form has changed, because what was typed is still there', () => {
    expect(wouldFailAgain(failure('template-changed'), false)).toBe(false)
  })

  it.each<Code>(['too-large', 'not-your-contact', 'quota-reached', 'destination-gone', 'invalid'])(
    'is the next step only after the draft has changed: %s',
    (code) => {
      expect(wouldFailAgain(failure(code), false)).toBe(true)
      expect(wouldFailAgain(failure(code), true)).toBe(false)
    },
  )

  it.each<Code>(['forbidden', 'unknown-agent', 'connect-denied'])(
    'is not the next step where only an administrator can help: %s',
    (code) => {
      expect(wouldFailAgain(failure(code), true)).toBe(true)
      expect(isReloadHelp(failure(code))).toBe(false)
    },
  )

  it.each<Code>(['unauthenticated', 'not-found', 'malformed', 'unsupported-type', 'part-missing'])(
    'is not the next step where a new sign-in or a reload comes first: %s',
    (code) => {
      expect(wouldFailAgain(failure(code), true)).toBe(true)
      expect(isReloadHelp(failure(code))).toBe(true)
    },
  )
})
