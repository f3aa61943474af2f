import type { Channel, Contact } from '../../core/contact/contact.ts'
import type { ExpiryUnit } from '../../core/fields/expiry/expiry-draft.ts'
import type { LateMessages } from './late-messages.ts'

type ByCount = (count: number) => string

/** The words of the mode for text messages, which are loaded with it. */
export interface TextMessageWords {
  readonly channel: {
    readonly legend: string
    readonly names: Readonly<Record<'sms' | 'whatsapp', string>>
  }
  readonly to: {
    readonly label: string
    /**
     * How the panel has read the number: the country, and the international form. The form is empty if the field already shows
     * it.
     */
    readonly understood: (country: string, number: string) => string
    /** A number that belongs to no single country, such as that of a satellite network. */
    readonly understoodAnywhere: (number: string) => string
    /** A number that could belong to several countries. The list is empty if they are many. */
    readonly understoodAmong: (countries: readonly string[], number: string) => string
    /** The number is not that of the person in the contact. */
    readonly notCustomers: string
    /** The organisation lets agents write to the customer of the contact only. */
    readonly customerOnly: string
    /** The same, before a contact is chosen. */
    readonly contactFirst: string
    /** The same, and the contact has no number. */
    readonly numberMissing: string
    readonly offerCustomers: (number: string) => string
    /** Countries to which the organisation allows messages. */
    readonly countries: (countries: readonly string[]) => string
    readonly quietUntil: (instant: string) => string
    /** The customer may be in several time zones, and at every hour it is quiet time in one of them. */
    readonly alwaysQuiet: string
    readonly notBefore: (instant: string, everyMinutes: number) => string
  }
  readonly from: { readonly label: string; readonly choose: string; readonly noneOffered: string }
  readonly text: {
    readonly label: string
    /** A ready-made text has replaced the agent's text. */
    readonly replaced: string
    readonly characters: ByCount
    readonly charactersOf: (count: string, limit: string) => string
    /** The segments of a text, as agents and invoices call them. */
    readonly segments: ByCount
    /** How a text is split: the length of a single segment, and of each of several segments. */
    readonly cutAt: (alone: number, joined: number) => string
    readonly unitsLeft: ByCount
    /** This character makes each segment shorter. */
    readonly forcedBy: (character: string, holds: number, usual: number) => string
    readonly visible: (character: string) => string
    readonly invisible: string
  }
  readonly template: {
    readonly label: string
    /** The label if the organisation also has ready-made texts. Each fills the text field. */
    readonly startFrom: string
    readonly none: string
    readonly choose: string
    readonly groups: { readonly texts: string; readonly templates: string }
    /** WhatsApp takes no free text for the first message. */
    readonly required: string
    readonly noneOffered: string
    readonly values: string
    readonly preview: string
    /** The text of the template is not known here. */
    readonly textInConnect: string
    /** Stands for a value that is still missing. */
    readonly placeOf: (name: string) => string
  }
  readonly flow: { readonly label: string; readonly choose: string; readonly noneOffered: string }
  readonly more: {
    readonly title: string
    readonly summary: (duration: string) => string
    readonly displayName: string
    readonly displayNameHint: string
    readonly duration: string
    readonly amount: string
    readonly unit: string
    readonly units: Readonly<Record<ExpiryUnit, string>>
    readonly durationHint: (usual: string, shortest: string, longest: string) => string
  }
  readonly link: {
    readonly legend: string
    readonly related: (channel: Channel) => string
    readonly relatedMeans: string
    readonly none: string
    readonly noneMeans: string
    readonly noPrevious: string
  }
  readonly consent: string
  /** The same for another person than the customer of the contact. */
  readonly consentOf: (number: string) => string
  /** The same in a list of what is missing. */
  readonly consentShort: string
  readonly options: { readonly loading: string; readonly failed: string }
  readonly labels: {
    readonly link: string
    readonly attributes: string
  }
  readonly submit: string
  /** The customer gets no message before this time. */
  readonly submitFrom: (weekday: string, time: string) => string
  /** Replaces `submit` if no message can be sent. */
  readonly notSendable: Readonly<Record<'contact-missing' | 'number-missing' | 'never', string>>
  readonly accepted: {
    readonly title: string
    readonly means: string
    readonly to: string
    /** The message went to another person than the one in the contact. */
    readonly toOthers: (number: string) => string
    readonly from: string
    readonly when: string
    readonly contact: string
    readonly related: (contact: Contact) => string
    readonly unrelated: string
    readonly createTask: string
    readonly another: string
    /** Another window of the browser has sent it. */
    readonly elsewhere: string
    readonly confirmed: string
  }
  /** The same entries as for tasks, with words for a message. */
  readonly outcome: Pick<
    LateMessages,
    'submit' | 'progress' | 'waiting' | 'question' | 'repeat' | 'failure' | 'attributes'
  >
}
