import { describe, expect, it } from 'vitest'
import type { Issue } from '../../core/issues/issues.ts'
import { readIssue, wireIssue } from './wire-issue.ts'

const file = { list: 'attachments', row: 4, member: 'file' } as const
const value = { list: 'references', row: 1, member: 'value' } as const

describe('an issue on the wire', () => {
  it.each<Issue>([
    { field: 'name', code: 'name-missing' },
    { field: value, code: 'reference-url-invalid' },
    { field: 'references', code: 'reference-required', name: 'Order, or case' },
    { field: 'attributes', code: 'attributes-too-large', actual: 32_769, limit: 32_768 },
    { field: value, code: 'reference-host-not-allowed', hosts: ['shop.example.com', '*.crm.example'] },
    { field: value, code: 'reference-host-not-allowed', hosts: [] },
    { field: file, code: 'file-name-invalid', codePoint: 'U+202E', after: 'invoice' },
    { field: file, code: 'file-type-not-allowed', extension: 'exe', allowed: ['pdf', 'png'] },
    { field: 'attachments', code: 'attachments-too-many', actual: 6, limit: 5 },
  ])('arrives as it was sent: $code', (issue) => {
    expect(readIssue(wireIssue(issue))).toEqual(issue)
  })

  it('names a row in one text, and all hosts in another', () => {
    expect(
      wireIssue({ field: value, code: 'reference-host-not-allowed', hosts: ['a.example', 'b.example'] }),
    ).toEqual({
      field: 'references.1.value',
      code: 'reference-host-not-allowed',
      name: 'a.example, b.example',
    })
  })

  it('is unknown where this version has no such field', () => {
    expect(readIssue({ field: 'attachments.0.upload', code: 'field-required' })).toBeUndefined()
  })
})
