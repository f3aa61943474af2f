import { casual, GB } from 'chrono-node/en'
import { readTime } from '../../core/time/read-time.ts'
import type { SpokenMoment } from '../../core/fields/schedule/spoken-moment.ts'
import type { MomentReader, ReaderClock } from '../moment-reader.ts'

type Understood = ReturnType<typeof casual.parse>[number]

const dayMs = 86_400_000

const latestWords: ReadonlySet<string> = new Set(['latest', 'latest possible', 'as late as possible'])

/** Words that do not change the meaning of a time. Any other word could, so it is not skipped. */
const fillers = /\b(?:at|on|o'clock|oclock)\b|[,;@]/g

const tidied = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\b(?:the )?day after tomorrow\b/g, 'in 2 days,')
    .replaceAll(/\s+/g, ' ')
    .trim()

const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10)

const localMs = (date: string, time: string) => Date.parse(`${date}T${time}Z`)

const dayOf = ({ start }: Understood) =>
  isoDay(Date.UTC(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1))

/** "Last Friday" must not become next Friday. */
const isPast = (text: string) => /\blast\b/.test(text)

/** A day without a date, such as "sunday", means the first one in the future. */
function nextTime({ start, text }: Understood, time: string, { local }: ReaderClock, day: string): string {
  if (start.isCertain('day') || isPast(text)) return day
  const stepDays = start.isCertain('weekday') ? 7 : 1
  const earlier = isoDay(Date.parse(day) - stepDays * dayMs)
  const isSoonEnough = !/\bnext\b/.test(text) && localMs(earlier, time) > local.getTime()
  if (isSoonEnough) return earlier
  return localMs(day, time) > local.getTime() ? day : isoDay(Date.parse(day) + stepDays * dayMs)
}

function timeAlone(text: string, { local }: ReaderClock): SpokenMoment | undefined {
  const read = readTime(text)
  if (!read) return undefined
  const today = isoDay(local.getTime())
  const isToday = localMs(today, read.time) > local.getTime()
  return { kind: 'moment', date: isToday ? today : isoDay(local.getTime() + dayMs), ...read }
}

/** "04:30" certainly means the night. "4:30" may mean the afternoon. */
const hasLeadingZero = (text: string) => /(?:^|[^\d/.-])0[1-6](?=[:.h]|\d\d\b|\s|$)/.test(text)

/** chrono-node's names for words that say a part of the day without a time. */
const partsOfDay = ['morning', 'afternoon', 'evening', 'tonight'].map(
  (part) => `casualReference/${part}` as const,
)

const twoDigits = (amount: number) => String(amount).padStart(2, '0')

/** The time in the text. Undefined if it has only a day. */
function timeOf({ start, text }: Understood) {
  if (!start.isCertain('hour')) return undefined
  const hour = start.get('hour') ?? 0
  const minute = twoDigits(start.get('minute') ?? 0)
  const isAfternoonTaken = hour >= 1 && hour <= 6 && !start.isCertain('meridiem') && !hasLeadingZero(text)
  return { time: `${twoDigits(isAfternoonTaken ? hour + 12 : hour)}:${minute}`, isAfternoonTaken }
}

function spokenOf(understood: Understood, rest: string, clock: ReaderClock): SpokenMoment | undefined {
  const { start, text } = understood
  const tags = start.tags()
  const timeSaid = timeOf(understood)
  if (tags.has('casualReference/now')) return rest === '' ? { kind: 'now' } : undefined
  if (tags.has('result/relativeDateAndTime')) {
    if (rest !== '') return undefined
    return { kind: 'ahead', milliseconds: start.date().getTime() - clock.local.getTime() }
  }
  const day = dayOf(understood)
  if (timeSaid) {
    if (rest !== '') return undefined
    if (start.isCertain('timezoneOffset')) return { kind: 'instant', instant: start.date() }
    return { kind: 'moment', date: nextTime(understood, timeSaid.time, clock, day), ...timeSaid }
  }
  if (rest !== '') {
    const read = readTime(rest)
    return read && { kind: 'moment', date: nextTime(understood, read.time, clock, day), ...read }
  }
  if (tags.has('result/relativeDate') && /^in\b|\bfrom now$/.test(text)) {
    const today = isoDay(clock.local.getTime())
    return { kind: 'days-ahead', days: Math.round((Date.parse(day) - Date.parse(today)) / dayMs) }
  }
  return { kind: partsOfDay.some((part) => tags.has(part)) ? 'part-of-day' : 'day', date: day }
}

/**
 * English words for a moment, such as "fri 3pm", "in 90 minutes" or "tomorrow 9". If a part of the text is not understood, the
 * result is undefined, because that part could change the meaning.
 */
export const readMoment: MomentReader = (written, clock) => {
  const text = tidied(written)
  if (latestWords.has(text)) return { kind: 'latest' }
  const parser = clock.isDayFirst ? GB : casual
  const found = parser.parse(text, { instant: clock.local, timezone: 0 }, { forwardDate: !isPast(text) })
  const [understood] = found
  if (!understood) return timeAlone(text.replaceAll(fillers, ' ').trim(), clock)
  if (found.length > 1 || understood.end) return undefined
  const rest = text.slice(0, understood.index) + text.slice(understood.index + understood.text.length)
  return spokenOf(understood, rest.replaceAll(fillers, ' ').trim(), clock)
}
