import { describe, expect, it } from 'vitest'
import { createTaskBody } from '../contract/tasks/tasks.ts'
import { prepare, readDraft } from '../core/creating/prepare.ts'
import { destinationKey } from '../core/fields/destination-key.ts'
import { emptyDraft } from '../core/task/task-draft.ts'
import { timeZoneOf } from '../core/time/zoned-time.ts'
import { plainTask } from '../proxy/harness/proxy-scene.ts'
import { bodyOf, circumstancesOf } from './case-readings.ts'
import { localTimeCases, skippedTimes } from './local-times.ts'

const { clientToken, name } = plainTask
const draft = { ...emptyDraft, name, destination: destinationKey(plainTask.destination) }

describe('a local time', () => {
  it.each(localTimeCases)(
    'means one instant in $timeZone at $schedule.time ($schedule.occurrence)',
    (rule) => {
      const { schedule, timeZone } = rule
      const setting = { timeZone: timeZoneOf(timeZone), scheduleHorizonDays: 90 }
      const check = prepare({ ...draft, schedule }, { ...setting, ...circumstancesOf(rule) })

      expect(check.ok && createTaskBody({ clientToken, request: check.request })).toEqual(bodyOf(rule))
    },
  )

  it.each(skippedTimes)(
    'means no instant in $timeZone on $date at $time, and is not sent',
    ({ timeZone, date, time }) => {
      const schedule = { when: 'later', date, time, occurrence: 'first' } as const
      const setting = { timeZone: timeZoneOf(timeZone), scheduleHorizonDays: 90 }
      const { request, issues } = readDraft({ ...draft, schedule }, setting)

      expect(issues).toEqual([{ field: 'scheduledTime', code: 'schedule-time-skipped' }])
      expect(request).not.toHaveProperty('scheduledTime')
    },
  )
})
