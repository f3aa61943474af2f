import type { Formats } from '../../formats/formats.ts'
import type { LateMessages } from '../../messages/late-messages.ts'
import type { TextMessageWords } from '../../messages/text-message-messages.ts'
import { phrase } from '../../phrase.ts'
import { countingWith } from '../counting.ts'
import { linkWords, moreWords, templateWords, textWords, toWords } from './form-words.ts'
import { acceptedWords, outcomeWords } from './outcome-words.ts'

/** English: the words for text messages. Some replace the words for tasks. */
export function textMessageWords(formats: Formats, usual: LateMessages): TextMessageWords {
  return {
    channel: { legend: 'Channel', names: { sms: 'SMS', whatsapp: 'WhatsApp' } },
    to: toWords(countingWith(formats)),
    from: {
      label: 'From',
      choose: 'Choose a number…',
      noneOffered: 'Your organisation has no number that can send messages. Tell your administrator.',
    },
    text: textWords(countingWith(formats)),
    template: templateWords,
    flow: {
      label: 'Where the answer goes',
      choose: 'Choose a flow…',
      noneOffered: 'Your organisation offers no flow for messages. Tell your administrator.',
    },
    more: moreWords,
    link: linkWords,
    consent: 'The customer agreed to get this text.',
    consentShort: 'Agreed to get this text',
    consentOf: (number) => phrase`The person at ${number} agreed to get this text.`,
    options: {
      loading: 'Loading numbers and templates…',
      failed: 'The numbers and templates for messages could not be loaded.',
    },
    labels: { link: 'Link', attributes: 'Attributes' },
    submit: 'Send message',
    notSendable: {
      'contact-missing': 'Choose a contact first',
      'number-missing': 'No number to write to',
      never: 'No message to this customer',
    },
    submitFrom: (weekday, time) => phrase`Not before ${weekday} ${time}`,
    accepted: acceptedWords,
    outcome: outcomeWords(formats, usual),
  }
}
