import type { Channel, Contact } from '../../core/contact/contact.ts'
import { phrase } from '../phrase.ts'
import { channelLabels } from './channel-labels.ts'

/** Inside a sentence: "this call". */
export const channelNouns: Readonly<Record<Channel, string>> = {
  voice: 'call',
  queue_callback: 'callback',
  chat: 'chat',
  task: 'task',
  email: 'email',
}

export const shortId = (contactId: string) => contactId.slice(0, 8)

/** No-break spaces in a number: broken over two lines it is hard to compare. */
const unbroken = (name: string) => (/^[+\d][\d ()./-]+$/.test(name) ? name.replaceAll(' ', '\u00a0') : name)

function named(word: string, { channel, displayName, contactId }: Contact): string {
  // The id, so that two contacts without a name have different texts.
  if (displayName === undefined) return `${word} ${shortId(contactId)}`
  return channel === 'task' || channel === 'email'
    ? phrase`${word} “${displayName}”`
    : phrase`${word} with ${unbroken(displayName)}`
}

/** Inside a sentence: "call with +1 555 0100", "task “Check invoice”". */
export const contactNoun = (contact: Contact) => named(channelNouns[contact.channel], contact)

/** As a label: "Call with +1 555 0100". */
export const contactLabel = (contact: Contact) => named(channelLabels[contact.channel], contact)
