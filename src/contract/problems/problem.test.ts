import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measuredIssueCodes, namedIssueCodes, plainIssueCodes } from '../../core/issues/issues.ts'
import { referenceTypes } from '../../core/fields/references/reference.ts'
import { checkTask } from '../../core/creating/check-task.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import { wireIssue } from './wire-issue.ts'
import { issueSchema, problemCodes, problemSchema, statusByCode } from './problem.ts'

const problem = {
  status: 422,
  code: 'invalid',
  title: 'Not a task yet',
  detail: 'The name is missing.',
  requestId: 'r',
  outcome: 'not-created',
}

describe('statusByCode', () => {
  it('has a status for every code and for nothing else', () => {
    expect(Object.keys(statusByCode).toSorted()).toEqual([...problemCodes].toSorted())
  })

  it.each(Object.entries(statusByCode))('%s travels under the failure status %i', (_, status) => {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
  })
})

describe('issueSchema', () => {
  it.each(plainIssueCodes)('accepts %s', (code) => {
    expect(issueSchema.parse({ field: 'name', code })).toEqual({ field: 'name', code })
  })

  it.each(measuredIssueCodes)('accepts %s with its measures', (code) => {
    const issue = { field: 'attributes.0.value', code, actual: 518_400.5, limit: 518_400 }

    expect(issueSchema.parse(issue)).toEqual(issue)
  })

  it.each(namedIssueCodes)('accepts %s with the name of what is missing', (code) => {
    const issue = { field: 'attributes', code, name: 'vip' }

    expect(issueSchema.parse(issue)).toEqual(issue)
  })

  it.each([
    ['an unknown code', { field: 'name', code: 'wrong' }],
    ['a measured code without measures', { field: 'name', code: 'name-too-long' }],
    ['measures on a plain code', { field: 'name', code: 'name-missing', actual: 0, limit: 1 }],
    ['words', { field: 'name', code: 'name-missing', message: 'Name missing' }],
  ])('refuses %s', (_, issue) => {
    expect(issueSchema.safeParse(issue).success).toBe(false)
  })

  it('accepts each issue of the rules, unchanged by JSON', () => {
    const awkward = fc.constantFrom(
      '',
      ' ',
      'ok',
      '\ud83d',
      'é',
      'www.x.com',
      'x'.repeat(5_000),
      'x'.repeat(40_000),
    )
    const anyRequest: fc.Arbitrary<TaskRequest> = fc.record(
      {
        name: awkward,
        description: awkward,
        destination: awkward.map((flowId) => ({ type: 'flow' as const, flowId })),
        link: fc.constant({ type: 'previous' as const, contactId: 'c' }),
        references: fc.array(
          fc.record({ name: awkward, type: fc.constantFrom(...referenceTypes), value: awkward }),
          { maxLength: 3 },
        ),
        attributes: fc.array(fc.record({ key: awkward, value: awkward }), { maxLength: 3 }),
        scheduledTime: fc.date(),
        expiryMinutes: fc.oneof(fc.integer(), fc.double()),
      },
      { requiredKeys: ['name', 'references', 'attributes'] },
    )
    const now = new Date('2026-10-01T12:00:00.250Z')
    fc.assert(
      fc.property(anyRequest, (request) => {
        const check = checkTask(request, { now, scheduleHorizonDays: 6, linkedContact: { channel: 'email' } })
        const issues = check.ok ? [] : check.issues.map(wireIssue)
        const received: unknown = JSON.parse(JSON.stringify({ ...problem, issues }))
        expect(problemSchema.parse(received).issues).toEqual(issues)
      }),
    )
  })
})

describe('problemSchema', () => {
  it('reads a problem without issues or a time to wait', () => {
    expect(problemSchema.parse(problem)).toEqual(problem)
  })

  it('overlooks members it does not know, as RFC 9457 asks of readers', () => {
    expect(problemSchema.parse({ ...problem, type: 'about:blank' })).toEqual(problem)
  })

  it.each([
    ['an unknown code', { ...problem, code: 'teapot' }],
    ['no outcome', { ...problem, outcome: undefined }],
    ['an unknown outcome', { ...problem, outcome: 'created' }],
    ['an unknown issue', { ...problem, issues: [{ field: 'name', code: 'wrong' }] }],
  ])('refuses %s', (_, value) => {
    expect(problemSchema.safeParse(value).success).toBe(false)
  })
})
