import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destinationFromKey, destinationKey, type Destination } from './destination-key.ts'
import { destinationField, destinationName, isOffered } from './destination.ts'

const destinationIssues = (destination: Destination | undefined) =>
  destinationField.issues(
    destination ? { destination } : {},
    {},
    { now: new Date(0), scheduleHorizonDays: 6 },
  )

const missing = [{ field: 'destination', code: 'destination-missing' }]

describe('destinationIssues', () => {
  it('asks for a destination', () => {
    expect(destinationIssues(undefined)).toEqual(missing)
  })

  it.each(['', '  '])('takes the id %j for none', (id) => {
    expect(destinationIssues({ type: 'flow', flowId: id })).toEqual(missing)
    expect(destinationIssues({ type: 'quickConnect', quickConnectId: id })).toEqual(missing)
  })

  it('is content with any source of a flow', () => {
    expect(destinationIssues({ type: 'flow', flowId: 'f' })).toEqual([])
    expect(destinationIssues({ type: 'template', templateId: 't' })).toEqual([])
    expect(destinationIssues({ type: 'quickConnect', quickConnectId: 'q' })).toEqual([])
  })
})

describe('isOffered', () => {
  it('finds a template, and the quick connect that it goes with', () => {
    const lists = {
      flows: [],
      quickConnects: [{ quickConnectId: 'q', name: 'Billing', kind: 'queue' as const }],
      templates: [{ templateId: 't', name: 'Refund' }],
    }
    const template = { type: 'template', templateId: 't' } as const

    expect(isOffered(template, lists)).toBe(true)
    expect(isOffered({ ...template, quickConnectId: 'q' }, lists)).toBe(true)
    expect(isOffered({ ...template, quickConnectId: 'gone' }, lists)).toBe(false)
    expect(isOffered({ ...template, templateId: 'q' }, lists)).toBe(false)
    expect(isOffered(template, { flows: [], quickConnects: [] })).toBe(false)
  })

  const offered = {
    flows: [{ flowId: 'same-id', name: 'Callbacks' }],
    quickConnects: [{ quickConnectId: 'q', name: 'Billing', kind: 'queue' as const }],
  }

  it('finds what is on the list of its kind', () => {
    expect(isOffered({ type: 'flow', flowId: 'same-id' }, offered)).toBe(true)
    expect(isOffered({ type: 'quickConnect', quickConnectId: 'q' }, offered)).toBe(true)
  })

  it('does not take a flow for a quick connect or the reverse', () => {
    expect(isOffered({ type: 'quickConnect', quickConnectId: 'same-id' }, offered)).toBe(false)
    expect(isOffered({ type: 'flow', flowId: 'q' }, offered)).toBe(false)
  })
})

describe('destination keys', () => {
  it.each([
    ['flow:f', { type: 'flow', flowId: 'f' }],
    ['quickConnect:q', { type: 'quickConnect', quickConnectId: 'q' }],
    ['flow:a:b\nc', { type: 'flow', flowId: 'a:b\nc' }],
    ['template:t', { type: 'template', templateId: 't' }],
    ['self:t', { type: 'template', templateId: 't', isSelfAssigned: true }],
    ['template3:a:bq', { type: 'template', templateId: 'a:b', quickConnectId: 'q' }],
  ])('%j stands for a destination', (key, destination) => {
    expect(destinationFromKey(key)).toEqual(destination)
  })

  it.each([
    '',
    'flow',
    'flow:',
    'Flow:f',
    ' flow:f',
    '__proto__:x',
    'template:',
    'template0:q',
    'template1:t',
    'template2:t',
    'template-1:tq',
    'template1e1:tq',
    'self:',
    'self1:t',
    'preset:p',
  ])('%j stands for none', (key) => {
    expect(destinationFromKey(key)).toBeUndefined()
  })

  it('lead back to the destination they were made of', () => {
    const id = fc.oneof(
      fc.string({ minLength: 1, unit: 'binary' }),
      fc.constantFrom('1:', ':1', '1', 'template1:', 'self:', ':', '\ud800'),
    )
    const destinations = fc.oneof(
      id.map((flowId) => ({ type: 'flow' as const, flowId })),
      id.map((quickConnectId) => ({ type: 'quickConnect' as const, quickConnectId })),
      fc.record({ type: fc.constant('template' as const), templateId: id }),
      fc.record({ type: fc.constant('template' as const), templateId: id, quickConnectId: id }),
      id.map((templateId) => ({ type: 'template' as const, templateId, isSelfAssigned: true as const })),
    )
    fc.assert(
      fc.property(destinations, (destination) => {
        expect(destinationFromKey(destinationKey(destination))).toEqual(destination)
      }),
    )
  })
})

describe('destinationName()', () => {
  const destinations = {
    flows: [{ flowId: 'f', name: 'Refunds' }],
    quickConnects: [{ quickConnectId: 'f', name: 'Ben', kind: 'user' }],
  } as const

  it.each([
    [{ type: 'flow', flowId: 'f' }, 'Refunds'],
    [{ type: 'quickConnect', quickConnectId: 'f' }, 'Ben'],
    [{ type: 'flow', flowId: 'gone' }, undefined],
  ] as const)('names %j as %s', (destination, name) => {
    expect(destinationName(destination, destinations)).toBe(name)
  })
})
