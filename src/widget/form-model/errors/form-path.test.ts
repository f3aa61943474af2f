import { expect, test } from 'vitest'
import { isListPath, listOf, sectionOf } from './form-path.ts'
import { placeOf } from './list-errors.ts'

test('a control knows the section that must be open before it can take the focus', () => {
  expect(sectionOf('references.2.value')).toBe('references')
  expect(sectionOf('attributes.root')).toBe('attributes')
  expect(sectionOf('schedule.time')).toBeUndefined()
  expect(sectionOf('link')).toBe('link')
  expect(sectionOf('name')).toBeUndefined()
})

test('react-hook-form keeps a complaint about a list at its root, and takes one only on the list', () => {
  expect(isListPath('references.root')).toBe(true)
  expect(listOf('references.root')).toBe('references')
  expect(placeOf('references.root')).toBe('references')
  expect(placeOf('references.0.name')).toBe('references.0.name')
})
