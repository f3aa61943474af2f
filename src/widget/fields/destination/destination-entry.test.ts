import { describe, expect, it } from 'vitest'
import { destinationEntries, entryKeyOf } from './destination-entry.ts'

const offered = {
  flows: [{ flowId: 'f', name: 'Callbacks' }],
  quickConnects: [
    { quickConnectId: 'q', name: 'Billing', kind: 'queue' },
    { quickConnectId: 'b', name: 'Ben', kind: 'user' },
    { quickConnectId: 'a', name: 'Ana', kind: 'user', isSelf: true },
  ],
  templates: [{ templateId: 't', name: 'Refund' }],
} as const

describe('destinationEntries()', () => {
  it('has the agent first, then people, queues, flows and forms', () => {
    expect(destinationEntries(offered).map(({ key, kind }) => [key, kind])).toEqual([
      ['quickConnect:a', 'self'],
      ['quickConnect:b', 'person'],
      ['quickConnect:q', 'queue'],
      ['flow:f', 'flow'],
      ['template:t', 'form'],
    ])
  })

  it('has forms alone where the policy requires one', () => {
    expect(destinationEntries({ ...offered, templatesRequired: true }).map(({ name }) => name)).toEqual([
      'Refund',
    ])
  })

  it('has no forms of an older proxy', () => {
    expect(destinationEntries({ flows: offered.flows, quickConnects: [] })).toHaveLength(1)
  })
})

describe('entryKeyOf()', () => {
  it('finds the form of a draft that also says who gets its task', () => {
    expect(['template:t', 'self:t', 'template1:tq'].map(entryKeyOf)).toEqual(Array(3).fill('template:t'))
  })

  it('is the key itself for all others', () => {
    expect(['', 'flow:f', 'quickConnect:q'].map(entryKeyOf)).toEqual(['', 'flow:f', 'quickConnect:q'])
  })
})
