/** The words of a language for AM and PM, in lower case. */
export interface DayPeriods {
  readonly am: readonly string[]
  readonly pm: readonly string[]
  /** Named times such as "noon", in lower case, with their `HH:MM`. */
  readonly named?: Readonly<Record<string, string>>
}

/** A wall-clock time as the agent typed it. */
export interface TimeReading {
  /** `HH:MM` */
  readonly time: string
  /**
   * True if an hour from 1 to 6 without AM or PM was read as PM, because people work in the afternoon. A leading zero means AM.
   */
  readonly isAfternoonTaken: boolean
}

/** Understood in every language, in addition to the language's own words. */
const international: DayPeriods = { am: ['am', 'a'], pm: ['pm', 'p'] }

const timePattern = /^(?:(\d{1,2})(?:[:.h]\s?(\d{2})|h)?|(\d{1,2})(\d{2}))$/

/** Converts full-width digits and narrow spaces, and turns "a.m." into "am". */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(\p{L})\.\s?/gu, '$1')
    .trim()

function splitPeriod(text: string, own: DayPeriods) {
  const halves = ['am', 'pm'] as const
  for (const half of halves) {
    for (const word of [...own[half].map(plain), ...international[half]]) {
      if (word !== '' && text.endsWith(word)) return { half, rest: text.slice(0, -word.length).trim() }
      if (word !== '' && text.startsWith(word)) return { half, rest: text.slice(word.length).trim() }
    }
  }
  return { half: undefined, rest: text }
}

function hourOfDay(hour: number, half: 'am' | 'pm' | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

const twoDigits = (amount: number) => String(amount).padStart(2, '0')

/**
 * Reads a time as people write it. Undefined if it could mean two things.
 *
 *     readTime('930', periods)    // 09:30
 *     readTime('21.30', periods)  // 21:30
 *     readTime('3', periods)      // 15:00, with the afternoon taken
 *     readTime('99', periods)     // undefined
 */
export function readTime(written: string, periods: DayPeriods = international): TimeReading | undefined {
  const text = plain(written)
  const named = Object.entries(periods.named ?? {}).find(([name]) => name === text)
  if (named) return { time: named[1], isAfternoonTaken: false }
  const { half, rest } = splitPeriod(text, periods)
  const [, shortHour, shortMinute = '00', runHour, runMinute] = timePattern.exec(rest) ?? []
  const hourText = shortHour ?? runHour
  if (hourText === undefined) return undefined
  const minute = Number(runMinute ?? shortMinute)
  const hour = hourOfDay(Number(hourText), half)
  if (hour === undefined || minute > 59) return undefined
  const isAfternoonTaken = half === undefined && hour >= 1 && hour <= 6 && !hourText.startsWith('0')
  return { time: `${twoDigits(isAfternoonTaken ? hour + 12 : hour)}:${twoDigits(minute)}`, isAfternoonTaken }
}
