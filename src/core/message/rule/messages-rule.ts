import type { MessageChannel } from '../message-channel.ts'

/** A phone number of the instance from which agents may send. */
export interface SenderRule {
  readonly phoneNumberId: string
  readonly name?: string
  /** See `usualChannels`. */
  readonly channels?: readonly MessageChannel[]
  /** The ids of queues. For contacts of these queues, this is the default sender. */
  readonly queues?: readonly string[]
}

export interface TextRule {
  /** The audit has this id instead of the text. */
  readonly textId: string
  readonly name: string
  readonly text: string
}

/** A message template in Connect. */
export interface MessageTemplateRule {
  readonly templateId: string
  readonly knowledgeBaseId: string
  readonly name: string
  readonly channel: MessageChannel
  /** The names of the values that the template asks for. */
  readonly attributes?: readonly string[]
  /** The text for the agent, as Connect has it, with `{{name}}` for a value. */
  readonly preview?: string
}

/** Numbers of one of the countries, or that begin with one of the prefixes. The customer's own number is always allowed. */
export interface SomeRecipients {
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[]
  /** The first digits in E.164, such as `+4979`. */
  readonly prefixes?: readonly string[]
}

export interface QuietHours {
  /** `HH:MM` on the customer's clock. */
  readonly from: string
  /** `HH:MM`; earlier than `from` for hours that span midnight. */
  readonly to: string
  /** IANA name. If the contact has no time zone, quiet hours apply in this zone and in the zones of the number's country. */
  readonly timeZone?: string
  /** If true and the contact names no zone, the proxy uses `timeZone` alone and ignores the zones of the number's country. */
  readonly assumeTimeZone?: boolean
  /** The key of the contact's attribute that holds the customer's time zone. */
  readonly timeZoneAttribute?: string
}

/** Which text messages the agents of a policy may send. A policy without it allows none. */
export interface MessagesRule {
  /** The instance's numbers from End User Messaging, each for its channel, if absent. */
  readonly senders?: readonly SenderRule[]
  /** The ids of flows that handle the answer. The flows that are offered for tasks if absent. */
  readonly flows?: readonly string[]
  /** *linked-contact* if absent: only the number of the linked contact's customer. */
  readonly recipients?: 'linked-contact' | 'anyone' | SomeRecipients
  readonly quietHours?: QuietHours
  /** See `everyMinutesDefault`. */
  readonly everyMinutes?: number
  /** ISO 3166-1 alpha-2: the country of numbers that are written without one. */
  readonly defaultCountry?: string
  readonly texts?: readonly TextRule[]
  /** True if absent. False: only one of `texts`, or a template. */
  readonly freeText?: boolean
  readonly templates?: readonly MessageTemplateRule[]
  /** The content types that the chat supports beside `text/plain`, which it always does. */
  readonly contentTypes?: readonly string[]
  readonly displayName?: string
  readonly durationMinutes?: number
}

/** The channels of a sender whose rule names none. */
export const usualChannels: readonly MessageChannel[] = ['sms']

/** A customer gets at most one message in this time, if the policy says nothing else. */
export const everyMinutesDefault = 10

/** In minutes, the shortest and the longest interval: the longest is as long as Connect remembers a client token, 7 days. */
export const everyMinutesLeast = 1
export const everyMinutesLimit = 10_080
