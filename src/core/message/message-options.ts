import type { MessageChannel } from './message-channel.ts'

/** A number of the instance that messages may come from. */
export interface Sender {
  /** The id of the phone number in Connect. */
  readonly phoneNumberId: string
  /** In E.164; absent if the proxy may not read it. */
  readonly number?: string
  readonly name?: string
  readonly channels: readonly MessageChannel[]
}

export interface MessageFlow {
  readonly flowId: string
  readonly name: string
}

/** A text that the organisation has written. */
export interface OfferedText {
  readonly textId: string
  readonly name: string
  readonly text: string
}

/** A message template of the knowledge base of the instance. */
export interface OfferedTemplate {
  readonly templateId: string
  readonly name: string
  readonly channel: MessageChannel
  /** The names of the values that it asks for. */
  readonly attributes: readonly string[]
  /** See {@link previewParts}. Absent if only Connect knows the text. */
  readonly preview?: string
}

/** The messages that an agent may send, their recipients and times: the answer of `GET /api/v1/messages/options`. */
export interface MessageOptions {
  readonly senders: readonly Sender[]
  /** A phone number id of `senders`. */
  readonly defaultFrom?: string
  readonly flows: readonly MessageFlow[]
  readonly defaultFlowId?: string
  readonly texts: readonly OfferedText[]
  /** If false, the message must be one of `texts` or a template. */
  readonly freeText: boolean
  readonly templates: readonly OfferedTemplate[]
  /** *some*: numbers of `countries`, numbers that begin with one of `prefixes`, and the customer's own. */
  readonly recipients: 'linked-contact' | 'some' | 'anyone'
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[]
  /** The first digits of numbers in E.164, such as `+4979`. */
  readonly prefixes?: readonly string[]
  /** The number of the contact's customer in E.164; absent without a contact, or if Connect knows none. */
  readonly customerNumber?: string
  /** ISO 3166-1 alpha-2. */
  readonly customerCountry?: string
  /** The country of numbers that are written without one; ISO 3166-1 alpha-2. */
  readonly defaultCountry?: string
  readonly displayName?: string
  readonly durationMinutes?: number
  /** An instant; absent outside quiet hours. */
  readonly quietUntil?: string
  /** It is always quiet in one of the zones that the customer may be in. */
  readonly isAlwaysQuiet?: true
  /** An instant; absent if the customer may get a message now. */
  readonly nextMessageAt?: string
  /** The customer's time zone, if it is known. */
  readonly timeZone?: string
  /** A customer gets at most one message in this many minutes. */
  readonly everyMinutes: number
}
