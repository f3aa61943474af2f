import { describe, expect, it } from 'vitest'
import { readPolicyFile } from './policy-file.ts'

const deployment = { ceilingDays: 6, takesFiles: true, hashesNumbers: true }

const refund = {
  name: 'Refund',
  task: {
    name: 'Refund for {customer}',
    description: 'Order {attribute:orderId}',
    destination: { type: 'flow', flowId: 'f-1' },
    start: { inDays: 1, at: '09:00' },
    references: [{ name: 'Order', type: 'URL', value: 'https://shop.example.com/{attribute:orderId}' }],
    attributes: [{ key: 'reason', value: 'refund' }],
  },
}

function mistakesIn(presets: readonly object[], differs: object = {}) {
  const file = { policies: [{ name: 'Every agent', ...differs, presets }] }
  const reading = readPolicyFile(JSON.stringify(file), deployment)
  return reading.ok ? [] : reading.mistakes
}

const withTask = (task: object) => ({ name: 'Refund', task })

describe('the presets of a policy', () => {
  it('are read whole', () => {
    expect(mistakesIn([refund, { ...refund, name: 'Another' }], { flows: ['f-1'] })).toEqual([])
    expect(
      mistakesIn([withTask({ start: 'now' }), { name: 'Half an hour', task: { start: { inMinutes: 30 } } }]),
    ).toEqual([])
  })

  it.each([
    [
      { name: 'For {name}' },
      'task.name has a placeholder that there is not: write {customer}, {channel} or {attribute:key}, and a brace that is only a text twice.',
    ],
    [{ start: { inDays: 1, at: '9:00' } }, 'task.start.at must be a time of the day from 00:00 to 23:59.'],
    [
      { start: { inDays: 7, at: '09:00' } },
      'task.start is later than the 6 days ahead that a task of this policy may be scheduled.',
    ],
    [
      { start: { inMinutes: 8_641 } },
      'task.start is later than the 6 days ahead that a task of this policy may be scheduled.',
    ],
    [
      { destination: { type: 'flow', flowId: 'f-2' } },
      'task.destination is not among the flows, quick connects or templates of its policy.',
    ],
    [{ mood: 'good' }, 'task must not have the member mood.'],
  ])('with %j are refused', (task, mistake) => {
    expect(mistakesIn([withTask(task)], { flows: ['f-1'] })).toEqual([`policies[0].presets[0].${mistake}`])
  })

  it('have a name each, and are not too many', () => {
    expect(mistakesIn([refund, refund])).toEqual([
      'policies[0].presets[1].name is another preset’s. Give each its own.',
    ])
    expect(mistakesIn(Array.from({ length: 51 }, (_, number) => ({ ...refund, name: `${number}` })))).toEqual(
      ['policies[0].presets must not have more than 50 members.'],
    )
  })
})
