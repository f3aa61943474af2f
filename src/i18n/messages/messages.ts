import type { Channel, ContactState } from '../../core/contact/contact.ts'
import type { Formats } from '../formats/formats.ts'
import type { LateMessages } from './late-messages.ts'
import type { TextMessageWords } from './text-message-messages.ts'

/**
 * The words that the panel and its pages show before the agent's first keystroke. The others are {@link LateMessages}.
 * A language that lacks one of either does not compile.
 */
export interface Messages {
  /** BCP 47 tag of the language of these words, for screen readers. */
  readonly language: string
  /** The direction of these words. The panel uses it even in a page with the other direction. */
  readonly direction: 'ltr' | 'rtl'
  readonly panel: {
    readonly title: string
    /** The title while the agent writes a text message. */
    readonly messageTitle: string
    readonly loading: string
    readonly retry: string
    readonly crashed: string
    readonly reload: string
    readonly partMissing: string
    readonly support: (requestId: string) => string
  }
  readonly session: {
    readonly connecting: Readonly<Record<'ccp' | 'workspace' | 'host', string>>
  }
  readonly contact: ContactMessages
  readonly fields: FieldMessages
  readonly sections: Readonly<Record<'link' | 'references' | 'attributes', string>>
  /** The label of the button until the other words have been loaded. */
  readonly submit: string
  readonly page: {
    readonly ccp: string
    readonly task: string
    readonly views: string
    readonly title: string
    readonly titleAlone: string
    readonly configFailed: string
  }
}

interface ContactMessages {
  readonly heading: string
  readonly none: string
  readonly unknown: string
  readonly choose: string
  readonly unlinked: string
  readonly channel: (channel: Channel) => string
  readonly state: (state: ContactState) => string
  readonly gone: string
  readonly stateUnknown: string
  readonly unnamed: string
  readonly typed: string
}

interface FieldMessages {
  readonly name: string
  readonly description: string
  readonly optional: string
  readonly required: (label: string) => string
  readonly locked: string
  readonly destination: string
  readonly destinationNone: string
  readonly destinationsLoading: string
  readonly when: string
}

/** The words of the pages in a sign-in window. */
export interface SignInWindowMessages {
  readonly title: string
  readonly starting: string
  readonly ready: string
  readonly open: string
  readonly blocked: string
  readonly done: string
  readonly failed: string
  readonly button: string
  readonly returned: string
  readonly openPanel: string
}

/** One language: its first words, and functions that load the others, which format numbers for the agent's locale. */
export interface LanguageWords {
  readonly messages: Messages
  readonly loadSignInWindow: () => Promise<SignInWindowMessages>
  readonly loadLate: () => Promise<(formats: Formats) => LateMessages>
  readonly loadTextMessage: () => Promise<(formats: Formats) => TextMessageWords>
}
