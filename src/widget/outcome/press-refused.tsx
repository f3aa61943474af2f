import { useLateMessages } from '../late/late-messages.ts'

/** The agent pressed the button while no task may be created in their name. */
export function PressRefused() {
  return <p>{useLateMessages().held}</p>
}
