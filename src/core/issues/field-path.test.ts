import { describe, expect, it } from 'vitest'
import { formatFieldPath, parseFieldPath, wholeFields } from './field-path.ts'

describe('a path to a field', () => {
  it.each(wholeFields)('is written as %s', (field) => {
    expect(formatFieldPath(field)).toBe(field)
    expect(parseFieldPath(field)).toBe(field)
  })

  it.each([
    ['references.0.name', { list: 'references', row: 0, member: 'name' }],
    ['references.12.value', { list: 'references', row: 12, member: 'value' }],
    ['attachments.4.file', { list: 'attachments', row: 4, member: 'file' }],
    ['attributes.1.key', { list: 'attributes', row: 1, member: 'key' }],
    ['templateValues.3.name', { list: 'templateValues', row: 3, member: 'name' }],
    ['templateValues.3.value', { list: 'templateValues', row: 3, member: 'value' }],
    ['attributes.1.value', { list: 'attributes', row: 1, member: 'value' }],
  ] as const)('is written as %s', (text, path) => {
    expect(formatFieldPath(path)).toBe(text)
    expect(parseFieldPath(text)).toEqual(path)
  })

  it.each([
    'something.new',
    'attributes.0.name',
    'references.0.key',
    'references.x.name',
    'references.0.name.more',
    'constructor',
    '',
  ])('is not read from %j', (text) => {
    expect(parseFieldPath(text)).toBeUndefined()
  })
})
