import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { literalText } from './own-preset.ts'
import { filledText, unknownPlaceholders, type ContactFacts } from './placeholders.ts'

const known: ContactFacts = {
  customer: 'Mia {attribute:pin} Ärger',
  channel: 'call',
  attribute: (key) => (key === 'orderId' ? 'A-42' : undefined),
}
const nothing: ContactFacts = { attribute: () => undefined }

describe('the placeholders of a preset', () => {
  it.each([
    ['Refund {attribute:orderId}', 'Refund A-42'],
    ['After the {channel}', 'After the call'],
    ['{channel}{channel}', 'callcall'],
    ['no placeholder ', 'no placeholder '],
    ['{{customer}}', '{customer}'],
    ['{{{channel}}}', '{call}'],
    ['{Customer} {attribute:} {attribute:a b} {}', '{Customer} {attribute:} {attribute:a b} {}'],
    ['{ and }', '{ and }'],
  ])('%j becomes %j', (text, filled) => {
    expect(filledText(text, known)).toBe(filled)
  })

  it.each([
    ['Call {customer} back', 'Call back'],
    ['Call back {customer}', 'Call back'],
    ['{customer} called', 'called'],
    ['Order ({attribute:orderId})', 'Order ()'],
    ['A {customer} {channel} B', 'A B'],
  ])('%j becomes %j if the contact does not have the value', (text, filled) => {
    expect(filledText(text, nothing)).toBe(filled)
  })

  it('take a value of the contact as it is, with its braces', () => {
    expect(filledText('Call {customer}', known)).toBe('Call Mia {attribute:pin} Ärger')
  })

  it('are none in a text of the agent’s own', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', ' ', 'a', 'customer', '\u{1F600}') }),
        (text) => {
          expect(filledText(literalText(text), known)).toBe(text)
          expect(unknownPlaceholders(literalText(text))).toEqual([])
        },
      ),
    )
  })

  it('that do not exist are named', () => {
    expect(unknownPlaceholders('{customer} {name} {{x}} {attribute:a.b} {}')).toEqual([
      '{name}',
      '{attribute:a.b}',
      '{}',
    ])
  })
})
