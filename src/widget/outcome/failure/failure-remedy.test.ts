import { expect, test } from 'vitest'
import type { ClientFailure } from '../../../client/task-client-error.ts'
import type { ProblemIssue } from '../../../contract/problems/problem.ts'
import { requestSaying } from '../../../drafts/kinds-harness.ts'
import { isSaidAtFields } from './failure-remedy.ts'

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
