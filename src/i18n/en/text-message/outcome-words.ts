import type { Formats } from '../../formats/formats.ts'
import type { LateMessages } from '../../messages/late-messages.ts'
import type { TextMessageWords } from '../../messages/text-message-messages.ts'
import { phrase } from '../../phrase.ts'
import { countingWith } from '../counting.ts'
import { channelNouns, contactNoun } from '../names.ts'

export const acceptedWords: TextMessageWords['accepted'] = {
  title: 'Message sent',
  means:
    'Amazon Connect accepted it. Whether it arrived is not known here. If the customer answers, the answer comes as a chat.',
  to: 'To',
  toOthers: (number) => phrase`${number}, not the customer’s number`,
  from: 'From',
  when: 'Time',
  contact: 'Link',
  related: (contact) => `Related to the ${contactNoun(contact)}`,
  unrelated: 'Not linked to a contact',
  createTask: 'Create a task',
  another: 'Write another message',
  elsewhere: 'Message sent from another window',
  confirmed: 'You found the message in Amazon Connect',
}

/** Failures that need other words for a message. */
const messageFailures: Partial<Record<Parameters<LateMessages['failure']['words']>[0], string>> = {
  unauthenticated: 'You are signed out of the task panel. Send the message once you are signed in again.',
  forbidden: 'Your organisation does not let you send messages here. Ask your administrator.',
  'not-your-contact':
    'Amazon Connect does not list this contact as yours. Choose another contact for the message, or none.',
  'too-large': 'The message is too large to send. Shorten the text, the values or the attributes.',
  'destination-gone': 'The number, the flow or the template is no longer available. Choose another.',
  'quota-reached':
    'Amazon Connect has reached a limit: too many chats are open. Send the message when some have ended, or tell your administrator.',
  offline: 'The network did not come back within 5 minutes. Send the message again when you are online.',
  'not-sent': 'The message waited for 5 minutes and was not sent. Send it again.',
  repeated:
    'The same message was sent from another draft or window while this one waited, so this one was not sent. Press the button to send it once more.',
}

const refusedUnexplained =
  'Amazon Connect refused the message and did not say why. Change the message, or tell your administrator.'

function failureWords(usual: LateMessages['failure']): LateMessages['failure'] {
  const words: LateMessages['failure']['words'] = (code) => messageFailures[code] ?? usual.words(code)
  return {
    ...usual,
    notCreated: 'The message was not sent',
    unknown: 'The message may have been sent',
    words,
    reason: ({ code, issues }) =>
      code === 'invalid' && issues.length === 0 ? refusedUnexplained : words(code),
    editAdvice: 'To change it, look for the chat in Amazon Connect first, or the customer may get two.',
    details: (code, requestId, at) => phrase`Message panel: ${code}, request ${requestId}, ${at}`,
  }
}

/** Amazon does not document whether a chat inherits attributes. They count against the limit in any case. */
function attributeWords(usual: LateMessages['attributes']): LateMessages['attributes'] {
  const ofContact = (inherited: Parameters<typeof usual.summary>[1]): readonly string[] => {
    if (inherited === 'loading') return ['reading…']
    if (inherited === 'unread') return ['those from the contact not known']
    return inherited === 0 ? [] : [phrase`${inherited} from the contact`]
  }
  return {
    ...usual,
    help: 'Flows can use them, and the person who takes the answer sees them. You can paste rows.',
    summary: (own, inherited) =>
      [...(own === 0 ? [] : [phrase`${own} added`]), ...ofContact(inherited)].join(', '),
    inherited: (count, channel, all) =>
      phrase`${count === all ? count : phrase`${count} of ${all}`} from this ${channelNouns[channel]}, which count too`,
    inheritedUnread:
      'The contact’s attributes could not be read, so only those you added are counted. Amazon Connect may still refuse the message if both together are too large.',
    split: (own, inherited) => phrase`${own} added + ${inherited} from the contact`,
    splitUnknown: (own) => phrase`${own} added, those from the contact not known`,
    splitHidden: (own, inherited, hidden) =>
      phrase`${own} added + ${inherited} from the contact, ${hidden} of them not shown`,
  }
}

/** The same entries as for tasks, with words for a message. */
export function outcomeWords(formats: Formats, usual: LateMessages): TextMessageWords['outcome'] {
  const { counted } = countingWith(formats)
  return {
    submit: {
      ...usual.submit,
      sending: 'Sending…',
    },
    progress: {
      sending: 'Sending the message…',
      checking: 'The answer was lost. Checking whether the message was sent…',
      sentElsewhere: (time) =>
        phrase`Another window sent this message at ${time}. Whether Amazon Connect accepted it is not known yet.`,
    },
    waiting: {
      ...usual.waiting,
      before: (count) =>
        `${counted(count, { one: 'other request of yours is', other: 'other requests of yours are' })} sent first.`,
      left: (seconds) =>
        `Your message will be sent in ${counted(seconds, { one: 'second', other: 'seconds' })}.`,
      whenBack: 'Your message will be sent if the connection is back within 5 minutes.',
    },
    question: {
      ...usual.question,
      title: (text) =>
        text === '' ? 'An earlier message may have been sent' : phrase`“${text}” may have been sent`,
      checkAdvice: 'Check again to find out. For a week this is safe: it sends no second message.',
      tooOld: 'It is too late to check again: that could send a second message.',
      notFindable: 'Look for the chat in Amazon Connect.',
      wasCreated: 'It was sent',
      wasNotCreated: 'It was not sent',
      found: (text) => (text === '' ? 'An earlier message was sent.' : phrase`“${text}” was sent.`),
      confirmed: acceptedWords.confirmed,
    },
    repeat: {
      ...usual.repeat,
      created: (time) => phrase`You sent this at ${time}.`,
      inDoubt: (time) => phrase`The same message may have been sent from another draft or window at ${time}.`,
      sentBefore: (instant) => phrase`This message may have been sent on ${instant}.`,
      ofDraft: (instant) => phrase`A message was sent from this draft on ${instant}.`,
      waiting: 'Another draft says the same and is about to be sent.',
      notSeen: 'This browser’s storage does not answer, so another window may have sent this draft already.',
      question: 'Send it again?',
      questionOfDraft: 'Send another?',
      yes: 'Send again',
    },
    failure: failureWords(usual.failure),
    attributes: attributeWords(usual.attributes),
  }
}
