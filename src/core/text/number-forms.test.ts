import { expect, it } from 'vitest'
import { numberForms } from './number-forms.ts'

it.each([
  ['refunds', 'refund'],
  ['queues', 'queue'],
  ['boxes', 'box'],
  ['notes', 'note'],
  ['inquiries', 'inquiry'],
  ['cookies', 'cookie'],
  ['query', 'queries'],
])('“%s” may also be written “%s”', (word, form) => {
  expect(numberForms(word)).toContain(form)
})

it.each(['refund', 'address', 'vip', 'gas', 'key', ''])('“%s” has no other form', (word) => {
  expect(numberForms(word)).toEqual([])
})
