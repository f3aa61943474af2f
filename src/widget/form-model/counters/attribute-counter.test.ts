import { expect, it } from 'vitest'
import { createAttributeCounter } from './attribute-counter.ts'

const rules = {}
const inherited = { attributes: [{ key: 'orderId', value: '48213' }], hiddenBytes: 0 }

it('counts once for all parts of the form that ask about the same rows', () => {
  const count = createAttributeCounter()
  const rows = [{ key: 'note', value: 'Call back' }]
  const figures = count(rows, inherited, rules)

  expect(count(structuredClone(rows), { ...inherited }, rules)).toBe(figures)
})

it('counts again when a text changes in its row, a row comes, or the contact tells other attributes', () => {
  const count = createAttributeCounter()
  const row = { key: 'note', value: 'Call' }
  expect(count([row], inherited, rules).ownBytes).toBe(8)
  row.value = 'Calls'
  expect(count([row], inherited, rules).ownBytes).toBe(9)
  row.key = 'memo'
  expect(count([row], inherited, rules)).toMatchObject({ ownBytes: 9, ownCount: 1 })
  expect(count([row, { key: 'a', value: 'b' }], inherited, rules).ownCount).toBe(2)
  expect(count([row], { attributes: [], hiddenBytes: 5 }, rules)).toMatchObject({
    inheritedCount: 0,
    inheritedBytes: 5,
  })
})
