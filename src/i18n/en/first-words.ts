import type { ContactState } from '../../core/contact/contact.ts'
import type { LanguageWords, Messages } from '../messages/messages.ts'
import { phrase } from '../phrase.ts'
import { channelLabels } from './channel-labels.ts'

const stateWords: Readonly<Record<ContactState, string>> = {
  incoming: 'Ringing',
  pending: 'Ringing',
  connecting: 'Ringing',
  connected: 'Connected',
  paused: 'Paused',
  ended: 'After-contact work',
  missed: 'Missed',
  rejected: 'Rejected',
  error: 'Failed',
}

const messages: Messages = {
  language: 'en',
  direction: 'ltr',
  panel: {
    title: 'New task',
    messageTitle: 'New message',
    loading: 'Loading…',
    retry: 'Try again',
    crashed: 'The task panel has failed. Your contact is not affected.',
    reload: 'Reload the panel',
    partMissing: 'This part of the panel could not be loaded.',
    support: (requestId) => phrase`Reference for support: ${requestId}`,
  },
  session: {
    connecting: {
      ccp: 'Waiting for the Contact Control Panel…',
      workspace: 'Waiting for the agent workspace…',
      host: 'Waiting for this page to name the contact…',
    },
  },
  contact: {
    heading: 'Linked contact',
    none: 'You have no contact now.',
    unknown: 'Your contact is not known.',
    choose: 'Choose the contact this task is about.',
    unlinked: 'This task is not linked to a contact.',
    channel: (channel) => channelLabels[channel],
    state: (state) => stateWords[state],
    gone: 'Closed',
    stateUnknown: 'State unknown',
    unnamed: 'No name given',
    typed: 'Linked by its ID',
  },
  fields: {
    name: 'What needs to be done?',
    description: 'Description',
    optional: 'optional',
    required: (label) => phrase`${label} (required)`,
    locked: 'Set by your organisation.',
    destination: 'Who should do it?',
    destinationNone: 'Person, queue, flow or form',
    destinationsLoading: 'Loading destinations…',
    when: 'When',
  },
  sections: {
    link: 'Link',
    references: 'References',
    attributes: 'Attributes',
  },
  submit: 'Create task',
  page: {
    ccp: 'Contact Control Panel',
    task: 'Task',
    views: 'Views',
    title: 'Contacts and tasks',
    titleAlone: 'Tasks',
    configFailed: 'The task service cannot be reached, so the page cannot start.',
  },
}

/** English: the words for the first paint, and the functions that load the others. */
export const language: LanguageWords = {
  messages,
  loadSignInWindow: async () => (await import('./sign-in-window-words.ts')).signInWindowWords,
  loadLate: async () => (await import('./late-words.ts')).lateWords,
  // Loads both. If one imported the other, the import would stay in the bundle of an app that uses nothing of this package.
  loadTextMessage: async () => {
    const [{ textMessageWords }, { lateWords }] = await Promise.all([
      import('./text-message/text-message-words.ts'),
      import('./late-words.ts'),
    ])
    return (formats) => textMessageWords(formats, lateWords(formats))
  },
}
