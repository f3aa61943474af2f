import { describe, expect, it } from 'vitest'
import { parseScenario } from './scenarios.ts'

describe('parseScenario()', () => {
  it('returns the scenario without contacts by default', () => {
    expect(parseScenario('')).toBe('empty')
  })

  it('reads the scenario', () => {
    expect(parseScenario('?scenario=call-and-chat')).toBe('call-and-chat')
  })

  it('refuses a scenario that does not exist', () => {
    expect(() => parseScenario('?scenario=calls')).toThrow()
  })
})
