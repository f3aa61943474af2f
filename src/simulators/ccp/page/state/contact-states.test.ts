import { describe, expect, it } from 'vitest'
import { type Channel, channels, type ContactState, contactStates } from '../../../../core/contact/contact.ts'
import { arrivingState, canBe, statesAfter } from './contact-states.ts'

const after = (channel: Channel, state: ContactState) => statesAfter({ channel, state })

describe('statesAfter()', () => {
  it.each([
    ['incoming', ['pending', 'connecting', 'connected', 'missed', 'rejected', 'error', 'ended']],
    ['pending', ['incoming', 'connecting', 'connected', 'ended']],
    ['connecting', ['connected', 'missed', 'rejected', 'error', 'ended']],
    ['connected', ['missed', 'error', 'ended']],
    ['ended', []],
    ['missed', []],
    ['rejected', []],
    ['error', []],
  ] as const)('lets a call that is %s become %j', (state, next) => {
    expect(after('voice', state)).toEqual(next)
  })

  it('lets a task pause and resume, and end while paused', () => {
    expect(after('task', 'connected')).toEqual(['paused', 'missed', 'error', 'ended'])
    expect(after('task', 'paused')).toEqual(['connected', 'ended'])
  })

  it.each(channels)('lets every open contact on %s end', (channel) => {
    const active = contactStates.filter((state) => after(channel, state).length > 0)

    expect(active.filter((state) => !after(channel, state).includes('ended'))).toEqual([])
  })
})

describe('canBe()', () => {
  it('allows `paused` only for tasks', () => {
    expect(channels.filter((channel) => canBe(channel, 'paused'))).toEqual(['task'])
  })
})

describe('arrivingState()', () => {
  it('is `incoming` for a queue callback and `connecting` for others', () => {
    expect(channels.map(arrivingState)).toEqual([
      'connecting',
      'incoming',
      'connecting',
      'connecting',
      'connecting',
    ])
  })
})
