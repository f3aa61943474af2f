import { describe, expect, it } from 'vitest'
import { rescheduleObstacle, stopObstacle, taskState } from './existing-task.ts'

const now = new Date('2026-11-29T12:00:00Z')
const earlier = new Date('2026-11-29T11:59:59Z')
const later = new Date('2026-11-29T12:00:01Z')

describe('taskState', () => {
  it.each([
    ['scheduled', { scheduledTime: later }],
    ['waiting', {}],
    ['waiting', { scheduledTime: now }],
    ['waiting', { scheduledTime: earlier }],
    ['accepted', { scheduledTime: earlier, acceptedBy: 'another' }],
    ['ended', { scheduledTime: later, endedAt: earlier }],
    ['ended', { acceptedBy: 'caller', endedAt: earlier }],
  ] as const)('is %s for %j', (state, task) => {
    expect(taskState(task, now)).toBe(state)
  })
})

describe('stopObstacle', () => {
  it('lets agents stop a task that no other agent has accepted', () => {
    expect(stopObstacle({ scheduledTime: later }, 'unaccepted')).toBeUndefined()
    expect(stopObstacle({}, 'unaccepted')).toBeUndefined()
    expect(stopObstacle({ acceptedBy: 'caller' }, 'unaccepted')).toBeUndefined()
    expect(stopObstacle({ acceptedBy: 'another' }, 'unaccepted')).toBe('accepted-by-another')
  })

  it('lets agents stop any task of theirs where the policy says always, and none where it says never', () => {
    expect(stopObstacle({ acceptedBy: 'another' }, 'always')).toBeUndefined()
    expect(stopObstacle({}, 'never')).toBe('undo-not-allowed')
  })

  it('names a task that has ended', () => {
    expect(stopObstacle({ acceptedBy: 'another', endedAt: earlier }, 'always')).toBe('ended')
  })
})

describe('rescheduleObstacle', () => {
  it('lets agents change the time of a scheduled task until it starts', () => {
    expect(rescheduleObstacle({ scheduledTime: later }, true, now)).toBeUndefined()
    expect(rescheduleObstacle({ scheduledTime: now }, true, now)).toBe('not-scheduled')
    expect(rescheduleObstacle({}, true, now)).toBe('not-scheduled')
    expect(rescheduleObstacle({ scheduledTime: later, endedAt: earlier }, true, now)).toBe('ended')
    expect(rescheduleObstacle({ scheduledTime: later }, false, now)).toBe('reschedule-not-allowed')
  })
})
