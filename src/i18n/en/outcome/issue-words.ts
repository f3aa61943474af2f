import type { InvisibleCharacter } from '../../../core/text/invisible.ts'
import type {
  HostIssueCode,
  CharacterIssueCode,
  FileTypeIssueCode,
  MeasuredIssueCode,
  NamedIssueCode,
  PlainIssueCode,
} from '../../../core/issues/issues.ts'
import type { Formats } from '../../formats/formats.ts'
import { phrase } from '../../phrase.ts'
import { hostWords } from '../host-words.ts'

/** The problem and its remedy, shown beside the field. */
export const plainIssueWords: Readonly<Record<PlainIssueCode, string>> = {
  'text-not-unicode': 'Part of this text is a broken character, such as half an emoji. Type it again.',
  'name-missing': 'Give the task a name.',
  'destination-missing': 'Choose who should do it.',
  'template-has-flow': 'This form decides who gets its tasks. Choose it without a person or queue.',
  'template-needs-quick-connect': 'Choose who gets the task of this form.',
  'self-assign-not-offered': 'A task of this form cannot be assigned to yourself.',
  'self-assign-with-quick-connect':
    'A task goes to yourself or to another person or queue. Choose one of the two.',
  'link-previous-not-for-email': 'An email cannot be continued. Choose “Related” instead.',
  'reference-name-missing': 'Give the reference a name.',
  'reference-name-repeated': 'Another reference has this name. Change one of the two names.',
  'reference-value-missing': 'Fill in the reference, or remove it.',
  'reference-option-unknown': 'Choose one of the options.',
  'reference-boolean-invalid': 'Choose yes or no.',
  'reference-url-invalid': 'Enter a whole web address that starts with https:// or http://.',
  'reference-number-invalid': 'Enter a number with digits and a decimal point only, such as 15 or -2.5.',
  'reference-email-invalid': 'Enter one email address, such as name@example.com.',
  'reference-date-invalid': 'Enter a date and a time that exist.',
  'reference-date-skipped': 'The clocks go forward then, so this time does not exist. Choose another.',
  'reference-date-incomplete':
    'Enter the day, the month, a year of four digits and the time, or remove the reference.',
  'reference-date-year': 'A year has four digits, such as 2026.',
  'attribute-key-missing': 'Give the attribute a key, or remove it.',
  'attribute-key-invalid': 'Use only the letters A to Z, digits, “-” and “_” in a key.',
  'attribute-key-repeated': 'Another attribute has this key. Change one of the two keys.',
  'schedule-incomplete': 'Choose a day and a time.',
  'schedule-words-unclear': 'Your words are not understood. Choose a day and a time.',
  'schedule-time-skipped': 'The clocks go forward then, so this time does not exist. Choose another.',
  'schedule-past': 'This time has passed. Choose a later one.',
  'expiry-not-after-schedule': 'The task would end before it starts. Choose an earlier start or a later end.',
  'expiry-not-whole': 'Enter a whole number of minutes, hours or days.',
  'field-required': 'Your organisation asks for this. Fill it in.',
  'field-locked': 'Your organisation has set this, and it cannot be changed.',
  'link-not-allowed': 'Your organisation does not allow this link. Choose another.',
  'reference-type-not-allowed':
    'Your organisation does not allow references of this type. Choose another type.',
  'reference-not-allowed': 'Your organisation does not allow this reference. Remove it.',
  'attribute-not-allowed': 'Your organisation does not allow this attribute. Remove it.',
  'attachments-not-allowed': 'Your organisation does not allow files. Remove them.',
  'file-name-missing': 'Give the file a name.',
  'file-name-ends': 'The name cannot begin or end with a space or a dot. Rename the file, or remove it.',
  'file-extension-missing': 'The name has no extension, such as .pdf. Rename the file, or remove it.',
  'file-empty': 'This file is empty. Remove it, or choose another.',
  'file-repeated': 'This file is there twice. Remove one.',
  'file-not-uploaded': 'This file is not uploaded. Try again, or remove it.',
  'file-expired': 'This file was uploaded too long ago. Choose it again, or remove it.',
  'file-refused': 'The upload of this file is not accepted. Choose it again, or remove it.',
  'file-content-contradicts':
    'The content of this file is not what its name says. Save it in the right format, or remove it.',
  'file-name-refused': 'Amazon Connect refuses the name of a file. Rename it, or remove it.',
  'file-type-refused': 'Amazon Connect refuses the type of a file. Remove it.',
  'file-size-refused': 'Amazon Connect refuses a file for its size. Choose a smaller one, or remove it.',
  'files-too-many-together': 'Amazon Connect takes no more files here. Remove some.',
  'files-too-large-together': 'Together these files are too large for Amazon Connect. Remove some.',
  'channel-not-offered': 'Your organisation sends no messages this way. Choose another.',
  'sender-missing': 'Choose the number that the message comes from.',
  'sender-not-offered': 'Messages cannot come from this number. Choose another.',
  'number-missing': 'Enter the customer’s number.',
  'number-invalid': 'This is not a telephone number. Check its digits; a number abroad begins with +.',
  'number-country-missing': 'Enter the number with its country code, such as +1 or +44.',
  'number-extension': 'A text message cannot go to an extension. Enter the number without it.',
  'number-scheme': 'Enter only the number, without “tel:” before it.',
  'recipient-unknown':
    'Your organisation allows messages only to the customer of the contact, and Amazon Connect has no number of this customer.',
  'recipient-not-customer':
    'This is not the number that Amazon Connect has for this customer now, and your organisation allows no other. Create a task instead.',
  'recipient-not-allowed': 'Your organisation allows no messages to this number.',
  'quiet-hours': 'It is too early or too late for a message where the customer is. Send it later.',
  'message-interval': 'This customer got a message a short while ago. Send this one later.',
  'text-missing': 'Enter the text of the message.',
  'text-not-allowed': 'Your organisation allows only ready-made texts. Choose one.',
  'template-missing': 'Choose a template.',
  'template-not-offered': 'This template is not offered any more. Choose another.',
  'template-value-missing': 'Enter a value. The template needs it.',
  'template-value-unknown': 'The template has no place for this value. Remove it.',
  'template-value-repeated': 'This value is there twice. Remove one.',
  'flow-missing': 'Choose what happens when the customer answers.',
  'flow-not-offered': 'This flow is not offered any more. Choose another.',
  'duration-not-whole': 'Enter a whole number of minutes, hours or days.',
  'consent-missing': 'Tick this before you send.',
}

export const namedIssueWords: Readonly<Record<NamedIssueCode, (name: string) => string>> = {
  'reference-required': (name) => phrase`Your organisation asks for the reference “${name}”. Add it.`,
  'attribute-required': (name) => phrase`Your organisation asks for the attribute “${name}”. Add it.`,
  'template-value-required': (name) => phrase`The template asks for “${name}”. Choose the template again.`,
  'template-field-unknown': (name) =>
    phrase`This form requires “${name}”, which cannot be filled in here. Create the task in the Contact Control Panel, and tell your administrator.`,
}

export const hostIssueWords: Readonly<Record<HostIssueCode, (hosts: readonly string[]) => string>> = {
  'reference-host-not-allowed': (hosts) =>
    hosts.length === 0
      ? 'Your organisation allows no web addresses here. Choose another type.'
      : phrase`Your organisation allows only web addresses at ${hostWords(hosts)}.`,
}

/** Common characters that a file name must not have, in words. */
const refusedCharacters: Readonly<Record<string, string>> = {
  'U+0009': 'a tab',
  'U+000A': 'a line break',
  'U+000D': 'a line break',
  'U+002F': 'a slash (/)',
  'U+005C': 'a backslash (\\)',
  'U+00AD': 'an invisible hyphen',
  'U+200B': 'an invisible space',
  'U+200D': 'an invisible joiner',
  'U+202E': 'an invisible character that reverses the text',
  'U+FEFF': 'an invisible space',
}

const refusedCharacter = (codePoint: string) =>
  refusedCharacters[codePoint] ?? `the invisible character ${codePoint}`

export const fileTypeIssueWords: Readonly<
  Record<FileTypeIssueCode, (extension: string, allowed: readonly string[]) => string>
> = {
  'file-type-not-allowed': (extension, allowed) =>
    phrase`Files of the type ${extension} are not allowed here. Remove it. Allowed are: ${allowed.join(', ')}.`,
}

export const characterIssueWords: Readonly<
  Record<CharacterIssueCode, (found: InvisibleCharacter) => string>
> = {
  'invisible-character': ({ codePoint, after }) =>
    after === ''
      ? phrase`This begins with an invisible character (${codePoint}). Delete it.`
      : phrase`There is an invisible character (${codePoint}) after “${after}”. Delete it.`,
  'file-name-invalid': ({ codePoint, after }) =>
    after === ''
      ? phrase`The name begins with ${refusedCharacter(codePoint)}. Rename the file, or remove it.`
      : phrase`The name has ${refusedCharacter(codePoint)} after “${after}”. Rename the file, or remove it.`,
}

type MeasuredWords = Readonly<
  Record<MeasuredIssueCode, (actual: number, limit: number, judgedAt: Date) => string>
>

/** A megabyte as Connect counts it. */
const bytesPerMegabyte = 1_048_576

const minutesPerHour = 60
const secondsPerDay = 86_400
const secondsPerMinute = 60

export function measuredIssueWords({ number, plural, instant }: Formats): MeasuredWords {
  const days = (seconds: number) => {
    const count = seconds / secondsPerDay
    return `${number(count)} ${plural(count, { one: 'day', other: 'days' })}`
  }
  const hours = (minutes: number) => {
    const count = minutes / minutesPerHour
    return `${number(count)} ${plural(count, { one: 'hour', other: 'hours' })}`
  }
  /**
   * Rounded to hundredths, up for the file and down for the limit, so that a file that is one byte too large does not seem to
   * fit.
   */
  const megabytes = (bytes: number, direction: 'up' | 'down') => {
    const hundredths = (bytes / bytesPerMegabyte) * 100
    return number((direction === 'up' ? Math.ceil(hundredths) : Math.floor(hundredths)) / 100)
  }
  return {
    'name-too-long': (actual, limit) =>
      `The name has ${number(actual)} characters; ${number(limit)} fit. Shorten it.`,
    'description-too-long': (actual, limit) =>
      `The description has ${number(actual)} characters; ${number(limit)} fit. Shorten it.`,
    'reference-text-too-long': (actual, limit) =>
      `This has ${number(actual)} characters; ${number(limit)} fit. Shorten it.`,
    'references-too-large': (actual, limit) =>
      `The references take ${number(actual)} bytes; ${number(limit)} fit. Shorten or remove some.`,
    'attribute-text-too-long': (actual, limit) =>
      `This has ${number(actual)} characters; ${number(limit)} fit. Shorten it.`,
    'attributes-too-large': (actual, limit) =>
      `With those inherited, the attributes take ${number(actual)} bytes; ${number(limit)} fit. Shorten or remove some.`,
    'schedule-too-far': (_, limit, judgedAt) =>
      `Too far ahead. The latest possible time is ${instant(new Date(judgedAt.getTime() + limit * 1_000))}.`,
    'attachments-too-many': (actual, limit) =>
      `There are ${number(actual)} files; ${number(limit)} fit. Remove some.`,
    'file-name-too-long': (actual, limit) =>
      `The name has ${number(actual)} characters; ${number(limit)} fit. Rename the file, or remove it.`,
    'file-too-large': (actual, limit) =>
      `The file has ${megabytes(actual, 'up')} MB; ${megabytes(limit, 'down')} MB fit. Remove it, or choose a smaller one.`,
    'text-too-long': (actual, limit) =>
      `The text has ${number(actual)} characters; ${number(limit)} fit. Shorten it.`,
    'text-too-long-in-gsm-7': (actual, limit) =>
      `Characters such as € and [ count twice in a text message: this one takes ${number(actual)}, and ${number(limit)} fit. Shorten it.`,
    'text-too-long-in-ucs-2': (actual, limit) =>
      `With characters beyond the usual ones, a text message takes ${number(limit)} characters; this one has ${number(actual)}. Shorten it, or replace those characters.`,
    'template-value-too-long': (actual, limit) =>
      `This has ${number(actual)} characters; ${number(limit)} fit. Shorten it.`,
    'display-name-too-long': (actual, limit) =>
      `The name has ${number(actual)} characters; ${number(limit)} fit. Shorten it.`,
    'duration-too-short': (_, limit) => `A chat stays open for at least ${hours(limit)}. Choose more.`,
    'duration-too-long': (_, limit) =>
      `A chat can stay open for at most ${days(limit * secondsPerMinute)}. Choose less.`,
    'expiry-too-long': (_, limit) =>
      `A task can stay open for at most ${days(limit * secondsPerMinute)}. Choose an earlier end.`,
  }
}
