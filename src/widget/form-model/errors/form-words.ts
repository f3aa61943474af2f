import type { LateMessages } from '../../../i18n/messages/late-messages.ts'
import type { Messages } from '../../../i18n/messages/messages.ts'

/** All words of one language. */
export interface FormWords {
  readonly messages: Messages
  readonly late: LateMessages
}
