import { expect, it } from 'vitest'
import { valueName } from './value-name.ts'

it.each([
  ['amount', 'Amount'],
  ['firstName', 'First name'],
  ['order_ID', 'Order ID'],
  ['orderId', 'Order ID'],
  ['customer-first.name', 'Customer first name'],
  ['URLOfOrder', 'URL of order'],
  ['line2', 'Line2'],
  ['Tag der Lieferung', 'Tag der Lieferung'],
  ['日付', '日付'],
  ['_', '_'],
])('the value %s is called “%s”', (name, said) => {
  expect(valueName(name)).toBe(said)
})
