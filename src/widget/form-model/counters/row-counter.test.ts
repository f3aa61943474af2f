import { expect, test } from 'vitest'
import { createRowCounter } from './row-counter.ts'

test('keys and values are counted in UTF-8, row by row', () => {
  expect(
    createRowCounter()([
      { key: 'city', value: 'Köln' },
      { key: 'sign', value: '👍' },
    ]),
  ).toEqual([9, 8])
})

test('a row that is typed in counts as it reads now', () => {
  const countBytes = createRowCounter()
  countBytes([
    { key: 'city', value: 'K' },
    { key: 'a', value: '1' },
  ])
  expect(
    countBytes([
      { key: 'city', value: 'Kö' },
      { key: 'a', value: '1' },
    ]),
  ).toEqual([7, 2])
})

test('a row whose object stayed and whose text changed counts as it reads now', () => {
  const countBytes = createRowCounter()
  const row = { key: 'city', value: 'K' }
  countBytes([row])
  row.value = 'Köln'
  expect(countBytes([row])).toEqual([9])
})

test('rows that move up after a removal keep their own bytes', () => {
  const countBytes = createRowCounter()
  countBytes([
    { key: 'a', value: '' },
    { key: 'bcd', value: '12345' },
    { key: 'e', value: '1' },
  ])
  expect(
    countBytes([
      { key: 'bcd', value: '12345' },
      { key: 'e', value: '1' },
    ]),
  ).toEqual([8, 2])
  expect(countBytes([])).toEqual([])
})
