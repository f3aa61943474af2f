import { useLateMessages } from '../late-messages.ts'

/** The button was pressed while nothing could be sent. */
export function HeldNote() {
  return <p>{useLateMessages().held}</p>
}
