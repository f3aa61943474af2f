import type { StartOutboundChatContactCommandInput } from '@aws-sdk/client-connect'
import type { Cases, Rule } from '../conformance-case.ts'

/** A rule about a text message. */
export type MessageCase = Rule<StartOutboundChatContactCommandInput>

export type MessageCases = Cases<MessageCase>
