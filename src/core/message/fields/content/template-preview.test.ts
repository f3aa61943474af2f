import { expect, it } from 'vitest'
import { previewParts, valuesNamedIn } from './template-preview.ts'

const preview = 'Hello {{ name }}, we come on {{day}}.'
const shown = (...values: Parameters<typeof previewParts>[1]) =>
  previewParts(preview, values)
    .map(({ text, isMissing }) => (isMissing ? `[${text}]` : text))
    .join('')

it('shows the text of a template with its values, and the names of those that are missing', () => {
  expect(shown()).toBe('Hello [name], we come on [day].')
  expect(shown({ name: 'day', value: 'Friday' }, { name: 'name', value: ' ' })).toBe(
    'Hello [name], we come on Friday.',
  )
})

it('takes a value as it is, also one that looks like a place for another', () => {
  expect(shown({ name: 'name', value: '{{day}} $1' }, { name: 'day', value: 'Friday' })).toBe(
    'Hello {{day}} $1, we come on Friday.',
  )
})

it('knows which values a text names', () => {
  expect(valuesNamedIn(preview)).toEqual(['name', 'day'])
  expect(valuesNamedIn('No {value} here, nor {{here')).toEqual([])
})
