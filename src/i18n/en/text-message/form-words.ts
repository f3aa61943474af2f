import type { TextMessageWords } from '../../messages/text-message-messages.ts'
import { phrase } from '../../phrase.ts'
import type { Counting } from '../counting.ts'
import { channelNouns } from '../names.ts'

const listed = new Intl.ListFormat('en', { type: 'conjunction' })
const oneOf = new Intl.ListFormat('en', { type: 'disjunction' })

export const toWords = ({ counted }: Counting): TextMessageWords['to'] => ({
  label: 'To',
  understood: (country, number) => (number === '' ? country : phrase`${country} · ${number}`),
  understoodAnywhere: (number) => phrase`Of no country · ${number}`,
  understoodAmong: (countries, number) => {
    const among = countries.length === 0 ? 'One of many countries' : oneOf.format(countries)
    return number === '' ? among : phrase`${among} · ${number}`
  },
  notCustomers: 'This is not the customer’s number.',
  customerOnly: 'The customer’s own number. Your organisation allows no other.',
  contactFirst: 'Choose the contact whose customer you want to write to.',
  numberMissing:
    'Amazon Connect has no number of this customer, so no message can be sent. Create a task instead.',
  offerCustomers: (number) => phrase`Use the customer’s number, ${number}`,
  countries: (countries) => phrase`Numbers of these countries are allowed: ${listed.format(countries)}.`,
  quietUntil: (instant) =>
    phrase`These are quiet hours where this customer is. You can send a message from ${instant}.`,
  alwaysQuiet:
    'This customer may be in a place where it is never the right time for a message, so none can be sent. Call, or create a task instead.',
  notBefore: (instant, everyMinutes) =>
    phrase`This customer has just got a message. You can send the next one ${counted(everyMinutes, { one: 'minute', other: 'minutes' })} after it, from ${instant}.`,
})

export const textWords = ({ counted }: Counting): TextMessageWords['text'] => ({
  label: 'Message',
  replaced: 'Your own text was replaced.',
  characters: (count) => counted(count, { one: 'character', other: 'characters' }),
  charactersOf: (count, limit) => phrase`${count} of ${limit} characters`,
  segments: (count) => counted(count, { one: 'SMS', other: 'SMS' }),
  cutAt: (alone, joined) =>
    phrase`One SMS holds ${alone} characters. A longer text is sent as several SMS of ${joined} characters.`,
  unitsLeft: (count) => phrase`room for ${count} more`,
  forcedBy: (character, holds, usual) =>
    phrase`${character} is not in the SMS alphabet, so each SMS holds ${holds} characters instead of ${usual}.`,
  visible: (character) => phrase`“${character}”`,
  invisible: 'An invisible character',
})

export const templateWords: TextMessageWords['template'] = {
  label: 'Template',
  startFrom: 'Start from',
  none: 'A text of your own',
  choose: 'Choose…',
  groups: { texts: 'Ready-made texts', templates: 'Templates' },
  required: 'WhatsApp takes a template as the first message. The customer’s answer opens the chat.',
  noneOffered: 'Your organisation offers no templates here.',
  values: 'Values for the template',
  preview: 'What the customer gets',
  textInConnect: 'The text of this template is kept in Amazon Connect, and is not shown here.',
  placeOf: (name) => phrase`[${name}]`,
}

export const moreWords: TextMessageWords['more'] = {
  title: 'More',
  summary: (duration) => phrase`Chat stays open for ${duration}`,
  displayName: 'Name of the customer in the chat',
  displayNameHint: 'Shown to the person who takes the answer.',
  duration: 'How long the chat stays open',
  amount: 'Stays open for',
  unit: 'Unit',
  units: { minutes: 'minutes', hours: 'hours', days: 'days' },
  durationHint: (usual, shortest, longest) =>
    phrase`Empty: ${usual}. An answer after the end begins a new chat. From ${shortest} to ${longest}.`,
}

export const linkWords: TextMessageWords['link'] = {
  legend: 'How should the message be linked?',
  related: (channel) => `Related to this ${channelNouns[channel]}`,
  relatedMeans: 'The answer shows where it comes from, and the contact shows the message.',
  none: 'Not linked',
  noneMeans: 'The message does not show this contact.',
  noPrevious: 'A message cannot continue a contact. Only tasks can.',
}
