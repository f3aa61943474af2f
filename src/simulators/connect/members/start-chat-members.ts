import type { MessageSubtype } from '../../instance/message-templates.ts'

export type FirstMessage =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'template'
      readonly knowledgeBaseId: string
      readonly templateId: string
      readonly values: Readonly<Record<string, string>>
    }

/** A StartOutboundChatContact request in which each member is valid by itself. */
export interface StartChatRequest {
  readonly instanceId: string
  /** The ARN of a phone number. */
  readonly source: string
  /** E.164. */
  readonly destination: string
  readonly subtype: MessageSubtype
  readonly flowId: string
  readonly attributes: Readonly<Record<string, string>>
  readonly durationMinutes: number | undefined
  readonly displayName: string | undefined
  readonly message: FirstMessage | undefined
  readonly relatedContactId: string | undefined
  readonly contentTypes: readonly string[] | undefined
  readonly clientToken: string | undefined
}
