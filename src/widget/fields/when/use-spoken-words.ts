import { useRef } from 'react'
import { latestStart } from '../../../core/fields/schedule/latest-start.ts'
import {
  areWordsUnclear,
  withoutWords,
  type ScheduleDraft,
} from '../../../core/fields/schedule/schedule-draft.ts'
import { scheduleSpoken, type SpokenMoment } from '../../../core/fields/schedule/spoken-moment.ts'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import { wallClock } from '../../../core/time/zoned-time.ts'
import type { MomentReader } from '../../../i18n/moment-reader.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useClockFormats, useSchedule } from './use-schedule.ts'

const minuteMs = 60_000

const laterOpen: ScheduleDraft = { ...emptyDraft.schedule, when: 'later' }

/** The schedule that `forget` goes back to. */
function beforeWords(schedule: ScheduleDraft): ScheduleDraft {
  if ((schedule.words ?? '') === '') return schedule
  return areWordsUnclear(schedule) ? withoutWords(schedule) : laterOpen
}

/**
 * A start in the agent's own words, such as "tomorrow at 9". The words stay in the draft until another choice replaces them.
 */
export interface SpokenWords {
  readonly text: string
  readonly understoodBy: (read: MomentReader) => SpokenMoment | undefined
  /** If the reader has not been loaded, the words are only stored. */
  readonly say: (text: string, read: MomentReader | undefined) => void
  /** Goes back to the schedule before the words. */
  readonly forget: () => void
}

export function useSpokenWords(horizonDays: number): SpokenWords {
  const { zone, now } = usePanelSetting()
  const { isDayFirst } = useClockFormats()
  const { schedule, choose, type } = useSchedule()
  const { words: text = '' } = schedule
  const before = useRef(beforeWords(schedule))

  const understand = (words: string, read: MomentReader, time: Date) => {
    const { date, time: minute } = wallClock(time, zone)
    const local = new Date(Date.parse(`${date}T${minute}Z`) + (time.getTime() % minuteMs))
    return read(words, { local, isDayFirst })
  }
  const say: SpokenWords['say'] = (words, read) => {
    if (text === '') before.current = schedule
    if (words === '') {
      choose(before.current)
      return
    }
    const time = now()
    const understood = read && understand(words, read, time)
    // Day and time stay as they were. `areWordsUnclear` makes the rules refuse the task, because the words may mean another
    // time.
    if (!understood) type({ ...withoutWords(before.current), when: 'later', words, areWordsUnclear: true })
    else {
      const latest = latestStart(time, horizonDays)
      const meant = scheduleSpoken(understood, { now: time, latest, zone, before: before.current })
      choose({ ...meant, words })
    }
  }
  return {
    text,
    understoodBy: (read) => understand(text, read, now()),
    say,
    forget: () => say('', undefined),
  }
}
