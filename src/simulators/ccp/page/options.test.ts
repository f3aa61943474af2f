import { describe, expect, it } from 'vitest'
import { parseOptions } from './options.ts'

describe('parseOptions()', () => {
  it('opens an empty CCP that answers at once when nothing is asked', () => {
    expect(parseOptions('')).toEqual({ scenario: 'empty', silent: false, ackDelayMs: 0 })
  })

  it('reads the scenario, silence and delay', () => {
    expect(parseOptions('?scenario=call-and-chat&silent&ackDelay=200')).toEqual({
      scenario: 'call-and-chat',
      silent: true,
      ackDelayMs: 200,
    })
  })

  it('refuses a scenario that does not exist', () => {
    expect(() => parseOptions('?scenario=calls')).toThrow()
  })
})
