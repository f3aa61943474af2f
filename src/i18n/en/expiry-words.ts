import type { ExpiryMessages } from '../expiry-messages.ts'
import { phrase } from '../phrase.ts'

export const expiryWords: ExpiryMessages = {
  label: 'End of the task',
  ends: (duration) => phrase`Ends after ${duration} if not finished.`,
  endsFromNow: (duration) => phrase`Ends ${duration} from now if not finished.`,
  endsAfterStart: (duration) => phrase`Ends ${duration} after it starts if not finished.`,
  endsSoon: (duration) => phrase`Lives only ${duration} after it starts. Change this if it may take longer.`,
  filledIn: (duration, horizonDays) =>
    phrase`Ends ${duration} after it starts if not finished. The panel sets this, because tasks can start up to ${horizonDays} days ahead.`,
  tooEarly: 'Would end before it starts.',
  unknown: 'Its end is not clear yet.',
  missing: 'Say how long the task may live.',
  change: 'Change',
  changeLabel: 'Change when the task ends',
  amount: 'Ends after',
  unit: 'Unit',
  units: { minutes: 'minutes', hours: 'hours', days: 'days' },
  limits: (longest) =>
    phrase`Counted from when you create it: from 1 minute to ${longest}, and later than the start.`,
  usual: 'As usual',
}
