import { daysAfter } from './zoned-time.ts'

/** How a locale writes days. */
export interface DayWords {
  /** All names of a day, such as "Friday Fri 27 November Nov 2026"; the day is written `YYYY-MM-DD`. */
  readonly names: (day: string) => string
  /** True if 4/12 is 4 December. */
  readonly isDayFirst: boolean
}

/** Days outside the offered ones that are read too, so that the panel can say why they are not possible. */
const daysBeyond = 366

/** No day is longer, and a very long text must not cost time. */
const longestText = 40

const digits = (text: string) => String(Number(text))

/** Converts full-width digits, removes accents, and turns "27th," into "27". */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/(\d)(?:st|nd|rd|th|er)(?!\p{L})/gu, '$1')
    .replaceAll(/[.,\s]+/g, ' ')
    .trim()

interface WrittenDay {
  readonly year: string | undefined
  readonly month: string
  readonly day: string
}

const fullYear = (year: string | undefined) => (year?.length === 2 ? `20${year}` : year)

/**
 * A day in digits: `2026-12-04`, `4.12.`, `12/4`, `4/12/26`. If only one of two numbers can be the month, the order does not
 * matter.
 */
function dayInDigits(text: string, isDayFirst: boolean): WrittenDay | undefined {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  if (isoYear && isoMonth && isoDay) return { year: isoYear, month: digits(isoMonth), day: digits(isoDay) }
  const [, one, sign, other, last] =
    /^(\d{1,2})\s?([-/.])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2})?)?$/.exec(text) ?? []
  if (!one || !other) return undefined
  const [first, second] = [digits(one), digits(other)]
  // With full stops the day comes first, in every country that uses them.
  const isFirst = Number(first) > 12 || (Number(second) <= 12 && (isDayFirst || sign === '.'))
  const [day, month] = isFirst ? [first, second] : [second, first]
  return { year: fullYear(last), month, day }
}

const isDay = (candidate: string, { year, month, day }: WrittenDay) => {
  const [ownYear, ownMonth = '', ownDay = ''] = candidate.split('-')
  return digits(ownDay) === day && digits(ownMonth) === month && (year === undefined || year === ownYear)
}

const isNumber = (word: string) => /^\d+$/.test(word)

/** True if each typed word is the beginning of a name of the day. A number must be complete: 2 is not the 27th. */
function isNamed(typed: readonly string[], day: string, names: DayWords['names']): boolean {
  const [year, , dayOfMonth = ''] = day.split('-')
  const isNumbered = typed
    .filter(isNumber)
    .every((word) => digits(word) === digits(dayOfMonth) || word === year)
  // Last, because formatting a day in words takes long.
  if (!isNumbered) return false
  const named = typed.filter((word) => !isNumber(word))
  if (named.length === 0) return true
  const known = plain(names(day)).split(' ')
  return named.every((word) => known.some((name) => name.startsWith(word)))
}

/**
 * The day whose names have the typed words in this order, else the first day. In Italian "mar 2 mar" is 2 March, but each word
 * is also the beginning of a name of Tuesday 2 February.
 */
function bestOf(meant: readonly string[], typed: readonly string[], names: DayWords['names']) {
  const [first, ...others] = meant
  if (others.length === 0) return first
  return meant.find((day) => plain(names(day)).includes(typed.join(' '))) ?? first
}

/**
 * Reads a day as people write it. Returns the first offered day that it can mean, else the nearest other day.
 *
 *     readDay('4 dec', days, words)  // '2026-12-04'
 *     readDay('4/12', days, words)   // the same where the day comes first
 *     readDay('fri', days, words)    // the next Friday
 *     readDay('x', days, words)      // undefined
 */
export function readDay(written: string, days: readonly string[], words: DayWords): string | undefined {
  const text = written.normalize('NFKC').trim()
  const [first] = days
  if (first === undefined || text === '' || text.length > longestText) return undefined
  const inDigits = dayInDigits(text, words.isDayFirst)
  const typed = plain(text).split(' ')
  const isMeant = inDigits
    ? (day: string) => isDay(day, inDigits)
    : (day: string) => isNamed(typed, day, words.names)
  const hasNumber = inDigits !== undefined || typed.some(isNumber)
  const offered = bestOf(days.filter(isMeant), typed, words.names)
  return offered ?? (hasNumber ? daysAround(first).find(isMeant) : undefined)
}

/** The days of a year before and after a day, the nearest first. */
const daysAround = (day: string): readonly string[] =>
  Array.from({ length: daysBeyond * 2 }, (_, index) =>
    daysAfter(day, index % 2 === 0 ? index / 2 : -(index + 1) / 2),
  )
