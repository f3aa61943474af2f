import type { ExpiryMessages } from '../../messages/expiry-messages.ts'
import { phrase } from '../../phrase.ts'

export const expiryWords: ExpiryMessages = {
  label: 'End of the task',
  ends: (instant) => phrase`Ends ${instant}`,
  soon: 'The task ends soon after it starts.',
  filledIn: (horizonDays) =>
    phrase`The panel fills in the end, because tasks can start up to ${horizonDays} days ahead.`,
  tooEarly: 'Would end before it starts',
  unknown: 'End not known yet',
  change: ' (change)',
  changeEnd: 'Change the end',
  amount: 'Ends after',
  unit: 'Unit',
  units: { minutes: 'minutes', hours: 'hours', days: 'days' },
  limits: (longest) =>
    phrase`A task that is not finished by then ends by itself. The time counts from when you create it: 1 minute to ${longest}. The end must be later than the start.`,
  usual: (duration) => phrase`Use the usual ${duration}`,
}
