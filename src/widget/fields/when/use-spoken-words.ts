import { useRef, useState } from 'react'
import { latestStart } from '../../../core/fields/schedule/latest-start.ts'
import type { ScheduleDraft } from '../../../core/fields/schedule/schedule-draft.ts'
import { scheduleSpoken, type SpokenMoment } from '../../../core/fields/schedule/spoken-moment.ts'
import { emptyDraft } from '../../../core/task-draft.ts'
import { wallClock } from '../../../core/time/zoned-time.ts'
import type { MomentReader } from '../../../i18n/moment-reader.ts'
import { usePanelSetting } from '../../panel-setting.ts'
import { useClockFormats, useSchedule } from './use-schedule.ts'

const minuteMs = 60_000

/** Words that are not understood must not send the schedule of before. */
const notUnderstood: ScheduleDraft = { ...emptyDraft.schedule, when: 'later' }

interface Said {
  readonly text: string
  readonly understood: SpokenMoment | undefined
}

const nothingSaid: Said = { text: '', understood: undefined }

/** A moment in the agent's own words, which stay until another choice replaces them. */
export interface SpokenWords extends Said {
  /** Without the reader, which may still be loading, the words are only kept. */
  readonly say: (text: string, read: MomentReader | undefined) => void
  /** Goes back to the schedule before the words. */
  readonly forget: () => void
  /** Another choice replaces the words. */
  readonly clear: () => void
}

export function useSpokenWords(horizonDays: number): SpokenWords {
  const { zone, now } = usePanelSetting()
  const { isDayFirst } = useClockFormats()
  const { schedule, choose, type } = useSchedule()
  const [said, setSaid] = useState(nothingSaid)
  const before = useRef(schedule)

  const meaning = (spoken: SpokenMoment, time: Date) =>
    scheduleSpoken(spoken, {
      now: time,
      latest: latestStart(time, horizonDays),
      zone,
      before: before.current,
    })
  const say: SpokenWords['say'] = (text, read) => {
    if (said.text === '') before.current = schedule
    const time = now()
    const { date, time: minute } = wallClock(time, zone)
    const local = new Date(Date.parse(`${date}T${minute}Z`) + (time.getTime() % minuteMs))
    const understood = read?.(text, { local, isDayFirst })
    setSaid({ text, understood })
    if (text === '') choose(before.current)
    else if (understood) choose(meaning(understood, time))
    else type(notUnderstood)
  }
  return {
    ...said,
    say,
    forget: () => say('', undefined),
    clear: () => setSaid(nothingSaid),
  }
}
