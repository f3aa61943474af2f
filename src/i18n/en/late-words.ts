import type { Contact } from '../../core/contact/contact.ts'
import { shortened } from '../../core/text/text.ts'
import type { Formats } from '../formats/formats.ts'
import type { DraftAbout } from '../messages/draft-messages.ts'
import type { LateMessages } from '../messages/late-messages.ts'
import { phrase } from '../phrase.ts'
import { countingWith, type Counting } from './counting.ts'
import { destinationWords } from './form/destination-words.ts'
import { changeFailureWords, failureWords } from './outcome/failure-words.ts'
import { createdWords } from './outcome/created-words.ts'
import {
  fileTypeIssueWords,
  hostIssueWords,
  characterIssueWords,
  measuredIssueWords,
  namedIssueWords,
  plainIssueWords,
} from './outcome/issue-words.ts'
import { draftWords } from './form/draft-words.ts'
import { expiryWords } from './form/expiry-words.ts'
import { contactReferenceWords, fileWords } from './form/file-words.ts'
import { presetWords } from './form/preset-words.ts'
import { keyWords } from './key-words.ts'
import { channelNouns, contactLabel, contactNoun, shortId } from './names.ts'
import { attributeWords, linkWords, referenceWords } from './form/section-words.ts'
import { repeatWords, taskWords } from './outcome/task-words.ts'
import { templateWords } from './form/template-words.ts'
import { whenWords } from './form/when-words.ts'
import { questionWords, waitingWords } from './outcome/question-words.ts'
import { sessionWords, signInWords } from './session-words.ts'

const aboutOf = (contact: Contact | undefined) =>
  contact ? `for the ${contactNoun(contact)}` : 'about no contact'

/** "draft for the call with …", inside a sentence. */
const draftNoun = ({ kind, contact }: DraftAbout) =>
  `${kind === 'message' ? 'message draft' : 'draft'} ${aboutOf(contact)}`
const draftLabel = ({ kind, contact }: DraftAbout) =>
  `${kind === 'message' ? 'Message draft' : 'Draft'} ${aboutOf(contact)}`

/** The outcome of a draft. For a message, Connect only accepts it and does not say whether it arrives. */
const outcomeOf =
  (ofTask: string, ofMessage: string) =>
  ({ kind, contact }: DraftAbout): string =>
    kind === 'message' ? `Message ${aboutOf(contact)}: ${ofMessage}` : `Task ${aboutOf(contact)}: ${ofTask}`

/** As many characters as fit into two lines of a notice at 320 px. */
const noticeTitleUnits = 26

const contactChoiceWords: LateMessages['contactChoice'] = {
  label: 'Contact',
  none: 'No contact',
  first: 'Choose…',
  option: (contact) => `${contactLabel(contact)} · ${shortId(contact.contactId)}`,
  who: contactLabel,
  id: ({ contactId }) => shortId(contactId),
}

const elsewhereWords: LateMessages['elsewhere'] = {
  differs: (current) => `Now open: the ${contactNoun(current)}.`,
  stays: ({ kind, contact: pinned }, current) => {
    if (!pinned) return `This ${kind} stays without a contact.`
    const noun = channelNouns[pinned.channel]
    if (pinned.channel !== current.channel) return `This ${kind} stays with the ${noun}.`
    if (contactNoun(pinned) !== contactNoun(current)) {
      return `This ${kind} stays with the ${contactNoun(pinned)}.`
    }
    // For example, the customer has called again.
    return `This ${kind} stays with the ${pinned.state === 'ended' ? `${noun} that has ended` : `other ${noun}`}.`
  },
  move: { task: 'Move this task to it', message: 'Move this message to it' },
  link: { task: 'Link this task to it', message: 'Link this message to it' },
  show: 'Switch to it',
}

const contactDetailsWords: LateMessages['contactDetails'] = {
  title: 'Details',
  id: (contactId) => phrase`ID ${contactId}`,
  copy: 'Copy the ID',
}

const noticeWords: LateMessages['notices'] = {
  dismiss: 'Dismiss',
  ringing: (contact) => `Ringing: ${contactNoun(contact)}.`,
}

const typedContactWords: LateMessages['typedContact'] = {
  title: 'Link by ID',
  short: 'By ID',
  label: 'Contact ID',
  hint: 'One of your contacts, open or ended.',
  link: 'Link',
  missing: 'Type or paste the ID of a contact.',
  malformed: 'A contact ID looks like 93700215-5f0c-4d1e-9a3b-6c2e8f41d7a9. Copy the whole ID.',
}

const notPressed = 'not sent. Show it to send it again.'

const otherDraftWords = ({ counted }: Counting): LateMessages['otherDrafts'] => ({
  count: (count) => counted(count, { one: 'other unfinished draft', other: 'other unfinished drafts' }),
  about: draftLabel,
  show: 'Show',
  showOf: (draft) => `Show the ${draftNoun(draft)}`,
  discard: 'Discard',
  discardOf: (draft) => `Discard the ${draftNoun(draft)}`,
  discardFront: 'Discard this draft',
  discarded: (draft) => `${draftLabel(draft)} discarded.`,
  undo: 'Undo',
  sending: outcomeOf('being created…', 'being sent…'),
  waiting: outcomeOf('waiting to be sent.', 'waiting to be sent.'),
  second: {
    task: 'An earlier version may have been created too.',
    message: 'An earlier version may have been sent too.',
  },
  created: outcomeOf('created.', 'sent.'),
  notCreated: outcomeOf('not created.', 'not sent.'),
  notSent: outcomeOf(notPressed, notPressed),
  unknown: (draft, title) => {
    const outcome = draft.kind === 'message' ? 'may have been sent.' : 'may have been created.'
    return title === ''
      ? outcomeOf(outcome, outcome)(draft)
      : phrase`“${shortened(title, noticeTitleUnits)}” ${outcome}`
  },
})

/** There is no field to fill in: the contact stands above the form. */
const contactRequired =
  'Your organisation asks for a contact with each task. Choose one, or press “Link by ID”.'

/** A list that is empty has nothing to fill in. */
const fileRequired = 'Your organisation asks for a file with each task. Add one.'

function issueWords(formats: Formats): LateMessages['errors']['issue'] {
  const measured = measuredIssueWords(formats)
  return (issue, judgedAt) => {
    if (issue.field === 'link' && issue.code === 'field-required') return contactRequired
    if (issue.field === 'attachments' && issue.code === 'field-required') return fileRequired
    if ('limit' in issue) return measured[issue.code](issue.actual, issue.limit, judgedAt)
    if ('hosts' in issue) return hostIssueWords[issue.code](issue.hosts)
    if ('allowed' in issue) return fileTypeIssueWords[issue.code](issue.extension, issue.allowed)
    if ('codePoint' in issue) return characterIssueWords[issue.code](issue)
    return 'name' in issue ? namedIssueWords[issue.code](issue.name) : plainIssueWords[issue.code]
  }
}

const errorWords = (formats: Formats, { counted }: Counting): LateMessages['errors'] => ({
  summary: (count) => `Check ${counted(count, { one: 'thing', other: 'things' })} first`,
  after: (label, problem) => (label.endsWith('?') ? phrase` ${problem}` : phrase`: ${problem}`),
  issue: issueWords(formats),
  contactUndecided: 'Choose the contact this task is about, or “No contact”.',
  referenceField: (position, part) => phrase`Reference ${position}, ${part}`,
  attributeField: (position, part) => phrase`Attribute ${position}, ${part}`,
  referenceNamed: (name) => phrase`Reference “${name}”`,
  attributeNamed: (key) => phrase`Attribute “${key}”`,
})

/** For a refusal that names no field. */
const refusedUnexplained =
  'Amazon Connect refused the task and did not say why. Change the task, or tell your administrator.'

const failureNoticeWords: LateMessages['failure'] = {
  notCreated: 'The task was not created',
  unknown: 'The task may have been created',
  reason: ({ code, issues }) =>
    code === 'invalid' && issues.length === 0 ? refusedUnexplained : failureWords[code],
  words: (code) => failureWords[code],
  ofChange: (code) => changeFailureWords[code] ?? failureWords[code],
  askedAgain: 'The first answer was lost. When the panel checked, this came back:',
  editAdvice: 'To change it, look for it in Amazon Connect first, or there may be two.',
  edit: 'Edit anyway',
  showDetails: 'Details',
  copyDetails: 'Copy details',
  details: (code, requestId, at) => phrase`Task panel: ${code}, request ${requestId}, ${at}`,
  dismiss: 'Close this message',
  reloadMeans: 'Reload the page to sign in again.',
  reload: 'Reload the page',
}

const submitWords: LateMessages['submit'] = {
  schedule: 'Schedule task',
  scheduleFor: (day, time) => phrase`Schedule for ${day} ${time}`,
  tryAgain: 'Try again',
  checkAgain: 'Check again',
  sending: 'Creating…',
  waiting: 'Waiting…',
  files: (count) =>
    count === 1 ? 'Creates once the file is uploaded' : 'Creates once the files are uploaded',
  checking: 'Checking…',
}

const progressWords: LateMessages['progress'] = {
  sending: 'Creating the task…',
  checking: 'The answer was lost. Checking whether the task was created…',
  sentElsewhere: (time) =>
    phrase`Another window sent this task at ${time}. Whether it was created is not known yet.`,
}

const copyingWords: LateMessages['copying'] = {
  copied: 'Copied',
  notCopied: 'Your browser does not allow copying. Select the text instead.',
}

const meterWords = ({ counted }: Counting): LateMessages['meter'] => ({
  used: (used, limit) => phrase`${used} of ${limit} bytes`,
  full: (percent) => phrase`${percent} full`,
  over: (bytes) => `${counted(bytes, { one: 'byte', other: 'bytes' })} too many`,
  left: (bytes) => `${counted(bytes, { one: 'byte', other: 'bytes' })} left`,
  bytes: (bytes) => counted(bytes, { one: 'byte', other: 'bytes' }),
  largest: 'Largest:',
  unnamed: 'No name',
})

/** English: the words that are loaded after the first paint. */
export function lateWords(formats: Formats): LateMessages {
  const counting = countingWith(formats)
  return {
    session: sessionWords,
    destinations: destinationWords(counting),
    contactChoice: contactChoiceWords,
    elsewhere: elsewhereWords,
    contactDetails: contactDetailsWords,
    notices: noticeWords,
    signIn: signInWords,
    typedContact: typedContactWords,
    drafts: draftWords(counting),
    otherDrafts: otherDraftWords(counting),
    when: whenWords,
    template: templateWords(counting),
    expiry: expiryWords,
    presets: presetWords,
    link: linkWords,
    references: referenceWords(counting),
    files: fileWords(counting),
    contactReferences: contactReferenceWords(counting),
    attributes: attributeWords(counting),
    keys: keyWords,
    held: 'Nothing was sent. Press again in a moment, or see the notice above.',
    waiting: waitingWords(counting),
    question: questionWords,
    rows: {
      undo: 'Undo',
      asked: 'Your organisation asks for this.',
      pasted: (count) => `${counting.counted(count, { one: 'row', other: 'rows' })} pasted`,
      changedTo: (row, type) => phrase`Row ${formats.number(row)}: ${type}.`,
      notRows: (line, hasTabs) =>
        phrase`Line ${formats.number(line)} has no ${hasTabs ? 'tab' : '= or : after a name'}, so the text stays one value.`,
      emptied: (row, type) => phrase`Row ${formats.number(row)}: ${type}. Its value was emptied.`,
      tooMany: (count, limit) =>
        phrase`Nothing was pasted: the text has ${formats.number(count)} rows, and at most ${limit} fit at once.`,
    },
    submit: submitWords,
    progress: progressWords,
    copying: copyingWords,
    mode: {
      legend: 'What you write',
      names: { task: 'Task', message: 'Message' },
      textCustomer: 'Text the customer',
    },
    missing: (count) => `${formats.number(count)} to fill in`,
    corrections: (count) => `${formats.number(count)} to correct`,
    meter: meterWords(counting),
    errors: errorWords(formats, counting),
    failure: failureNoticeWords,
    created: createdWords(counting),
    repeat: repeatWords,
    tasks: taskWords,
  }
}
