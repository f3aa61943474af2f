import type { StartOutboundChatContactCommandInput } from '@aws-sdk/client-connect'
import type { CasesOf, RuleCase } from '../operation-cases.ts'

/** One rule about a text message. */
export interface MessageCase extends RuleCase {
  /**
   * Parameters of StartOutboundChatContact, added to the plain ones or replacing them. For a refused case: the parameters
   * that an unchecked request would lead to.
   */
  readonly sent: Partial<StartOutboundChatContactCommandInput>
}

export type MessageCases = CasesOf<MessageCase>
