import type { Sender } from '../../../core/message/message-options.ts'
import { readNumber } from '../../../core/message/numbers/read-number.ts'

/** The text for a sender: its name and its number, as far as they are known. */
export function senderName({ name, number, phoneNumberId }: Sender): string {
  const reading = readNumber(number ?? '')
  const shown = reading.ok ? reading.number.international : number
  return [name, shown].filter((part) => part !== undefined && part !== '').join(' · ') || phoneNumberId
}
