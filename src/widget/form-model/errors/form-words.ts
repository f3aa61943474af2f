import type { LateMessages } from '../../../i18n/late-messages.ts'
import type { Messages } from '../../../i18n/messages.ts'

/** All words of one language. */
export interface FormWords {
  readonly messages: Messages
  readonly late: LateMessages
}
