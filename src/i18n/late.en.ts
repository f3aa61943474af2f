import type { Failure } from '../client/task-client-error.ts'
import type { ProblemIssue } from '../contract/problem.ts'
import type { Channel, Contact } from '../core/contact.ts'
import { previousLinkLimit } from '../core/limits.ts'
import type { ReferenceType } from '../core/fields/reference-types.ts'
import { failureWords } from './failure-words.en.ts'
import { hostWords } from './host-words.en.ts'
import { measuredIssueWords, namedIssueWords, plainIssueWords } from './issue-words.en.ts'
import { channelName, contactName, plural, sentence } from './names.en.ts'

const referenceTypeWords: Record<ReferenceType, string> = {
  URL: 'Web address',
  NUMBER: 'Number',
  STRING: 'Text',
  DATE: 'Date and time',
  EMAIL: 'Email address',
}

const draftAbout = (contact: Contact | undefined) =>
  contact ? `draft for the ${contactName(contact)}` : 'draft about no contact'

const taskFor = (contact: Contact | undefined) =>
  contact ? `task for the ${contactName(contact)}` : 'task about no contact'

/** There is no field to fill in: the contact stands above the form. */
const contactRequired =
  'Your organisation asks for a contact with each task. Turn to one, or link one by its ID.'

function issue(found: ProblemIssue): string {
  if (found.field === 'link' && found.code === 'field-required') return contactRequired
  if ('limit' in found) return measuredIssueWords[found.code](found.actual, found.limit)
  return 'name' in found ? namedIssueWords[found.code](found.name) : plainIssueWords[found.code]
}

/** A refusal that names no field: nothing is marked, so there is nothing to be sent to. */
const refusedUnexplained =
  'Amazon Connect refused the task and did not say why. Change the task, or tell your administrator.'

const unapprovedOrigin = (origin: string) =>
  `This page is not approved. An administrator adds ${origin} to the approved origins of the Amazon Connect instance.`

/** What the parts that come after the form say, in English. */
export const lateEn = {
  session: {
    'not-answering': {
      ccp: 'The Contact Control Panel does not answer, so the task cannot see your contact. What you type is kept. The usual causes:',
      workspace:
        'The agent workspace does not answer, so the task cannot see your contact. What you type is kept. Close this app and open it again.',
      host: 'This page does not say which contact is in front of you. What you type is kept.',
    },
    'not-understood':
      'The Contact Control Panel does not say who you are in a way this panel understands, so the task cannot see your contact. Ask your administrator for a newer version of this panel.',
    'sign-in-needed':
      'Sign in to the Contact Control Panel to link a task to your contact. What you type is kept.',
    'signed-out': 'You are signed out of the Contact Control Panel. What you type is kept.',
    'access-denied':
      'The Contact Control Panel refuses to run here, so the task cannot see your contact. What you type is kept. The usual causes:',
    'outside-workspace':
      'This page belongs inside the Amazon Connect agent workspace. Open it there; here it cannot see your contact. What you type is kept.',
    'permission-missing': (permissions: readonly string[]) =>
      `This app may not see your contact. An administrator gives it in Amazon Connect: ${permissions.join(', ')}. What you type is kept.`,
    causes: {
      'not-answering': (origin: string) => [
        unapprovedOrigin(origin),
        'You are not signed in to Amazon Connect. Sign in in the window that opens, and allow pop-ups for this page.',
        'This browser blocks third-party cookies, or the network blocks Amazon Connect.',
      ],
      'access-denied': (origin: string) => [
        unapprovedOrigin(origin),
        'Your security profile does not include the Contact Control Panel.',
      ],
    },
    anotherAgent: (ccp: string, panel: string) =>
      `The Contact Control Panel is signed in as ${ccp}, this panel as ${panel}. Sign in to both as the same person; until then no task can be created.`,
  },
  typedContact: {
    title: 'Link to a contact by its ID',
    label: 'Contact ID',
    hint: 'A contact of yours, also one that has ended.',
    link: 'Link',
    missing: 'Type or paste the ID of a contact.',
    malformed: 'A contact ID has only letters, digits and hyphens.',
  },
  otherDrafts: {
    count: (count: number) => plural(count, 'other unfinished draft', 'other unfinished drafts'),
    about: (contact: Contact | undefined) => sentence(draftAbout(contact)),
    show: 'Show',
    showOf: (contact: Contact | undefined) => `Show the ${draftAbout(contact)}`,
    discard: 'Discard',
    discardOf: (contact: Contact | undefined) => `Discard the ${draftAbout(contact)}`,
    discarded: (contact: Contact | undefined) => `${sentence(draftAbout(contact))} discarded.`,
    undo: 'Undo',
    sending: (contact: Contact | undefined) => `${sentence(taskFor(contact))}: being created…`,
    created: (contact: Contact | undefined) => `${sentence(taskFor(contact))}: created.`,
    notCreated: (contact: Contact | undefined) => `${sentence(taskFor(contact))}: not created.`,
    unknown: (contact: Contact | undefined) => `${sentence(taskFor(contact))}: may have been created.`,
  },
  when: {
    legend: 'When should the task start?',
    now: 'Now',
    later: 'Later',
    day: 'Day',
    time: 'Time',
    zone: (zone: string) => `Your time zone: ${zone}`,
    presetMinutes: (minutes: number) => `In ${minutes} minutes`,
    presetHours: (hours: number) => `In ${hours} hours`,
    presetTomorrow: (time: string) => `Tomorrow ${time}`,
    summary: (instant: string, fromNow: string) => `${instant}, in ${fromNow}`,
    unfinished: 'Later: choose a day and a time',
    twice: 'The clocks go back then, so this time comes twice. Which one do you mean?',
    first: (instant: string) => `The first: ${instant}`,
    second: (instant: string) => `The second: ${instant}`,
    today: 'Today',
  },
  link: {
    legend: 'How should the task be linked?',
    related: 'Related',
    previous: 'Continues it (previous)',
    none: 'Not linked',
    relatedMeans: (channel: Channel) =>
      `Copies the ${channelName(channel)}’s attributes once. What changes later stays separate.`,
    previousUsed: (tasks: number) => `${tasks} of ${previousLinkLimit} used.`,
    previousMeans: (channel: Channel) =>
      `Joins the ${channelName(channel)} in one chain: an attribute changed on either changes on both. At most ${previousLinkLimit} tasks.`,
    previousNotForEmail: 'Email contacts cannot be continued.',
    noneMeans: 'The task knows nothing of this contact.',
    summaryRelated: (contact: Contact) => `Related to the ${contactName(contact)}`,
    summaryPrevious: (contact: Contact) => `Continues the ${contactName(contact)}`,
    summaryNone: 'Not linked to a contact',
  },
  references: {
    help: 'Shown to whoever takes the task.',
    empty: 'None',
    summary: (count: number, used: string, limit: string) =>
      `${plural(count, 'reference', 'references')} · ${used} of ${limit} bytes`,
    add: 'Add reference',
    row: (position: number) => `Reference ${position}`,
    nameLocked: 'Type and name are set by your organisation.',
    type: 'Type',
    name: 'Name',
    value: 'Value',
    typeName: (type: ReferenceType) => referenceTypeWords[type],
    remove: (position: number, name: string) => `Remove reference ${position}${name ? `, ${name}` : ''}`,
    removed: 'Reference removed.',
    hint: {
      URL: 'https://…',
      NUMBER: 'Digits, with a point: 15 or -2.5',
      STRING: '',
      DATE: '',
      EMAIL: 'name@example.com',
    } satisfies Record<ReferenceType, string>,
    hosts: (hosts: string) => `https://… only at ${hostWords(hosts)}`,
    meter: 'Reference size',
  },
  attributes: {
    help: 'Read by flows and shown to whoever takes the task.',
    empty: 'None',
    summary: (own: number, inherited: number, used: string, limit: string) =>
      `${own} own, ${inherited} inherited · ${used} of ${limit} bytes`,
    add: 'Add attribute',
    row: (position: number) => `Attribute ${position}`,
    keyLocked: 'The key is set by your organisation.',
    key: 'Key',
    value: 'Value',
    remove: (position: number, key: string) => `Remove attribute ${position}${key ? `, ${key}` : ''}`,
    removed: 'Attribute removed.',
    inherited: (count: number, channel: Channel, bytes: string) =>
      `${count} inherited from this ${channelName(channel)}, ${bytes} bytes`,
    replaced: 'replaced by yours',
    inheritedLoading: 'Reading the contact’s attributes…',
    inheritedUnread:
      'The contact’s attributes could not be read, so only your own are counted. Amazon Connect may still refuse the task if both together are too large.',
    meter: 'Attribute size',
    split: (own: string, inherited: string) => `${own} own + ${inherited} inherited`,
    splitHidden: (own: string, inherited: string, hidden: string) =>
      `${own} own + ${inherited} inherited, ${hidden} of them not shown`,
  },
  held: 'Nothing was sent. Press again in a moment, or see the notice above.',
  waiting: {
    left: (seconds: number) => `Asking again in ${plural(seconds, 'second', 'seconds')}`,
    stop: 'Stop asking',
  },
  missing: (count: number) => `${count} to fill in`,
  meter: {
    used: (used: string, limit: string) => `${used} of ${limit} bytes`,
    over: (bytes: number, formatted: string) => `${formatted} ${bytes === 1 ? 'byte' : 'bytes'} too many`,
    left: (bytes: number, formatted: string) => `${formatted} ${bytes === 1 ? 'byte' : 'bytes'} left`,
  },
  errors: {
    summary: (count: number) => `Correct ${plural(count, 'thing', 'things')} before this task can be created`,
    issue,
    contactUndecided: 'Choose the contact this task is about, or “No contact”.',
    referenceField: (position: number, part: string) => `Reference ${position}, ${part}`,
    attributeField: (position: number, part: string) => `Attribute ${position}, ${part}`,
    referenceNamed: (name: string) => `Reference “${name}”`,
    attributeNamed: (key: string) => `Attribute “${key}”`,
  },
  failure: {
    notCreated: 'The task was not created',
    unknown: 'The task may have been created',
    unknownAdvice:
      'Ask again to find out: the same task cannot be made twice by asking. If you edit it instead, look in Amazon Connect first, or there may be two.',
    reason: ({ code, issues }: Failure) =>
      code === 'invalid' && issues.length === 0 ? refusedUnexplained : failureWords[code],
    askedAgain: 'An answer was lost. When the same task was asked for again, this came back:',
    askAgain: 'Ask again',
    edit: 'Edit anyway',
    dismiss: 'Close this message',
  },
  created: {
    scheduled: (instant: string) => `Task scheduled for ${instant}`,
    contactId: 'Contact ID',
    copy: 'Copy contact ID',
    copied: 'Copied',
    notCopied: 'Your browser does not allow copying. Select the ID instead.',
    unlinked: 'Not linked to a contact.',
    another: 'Create another task',
    linked: (contact: Contact, type: 'related' | 'previous') =>
      type === 'related'
        ? `Related to the ${contactName(contact)}.`
        : `Continues the ${contactName(contact)}.`,
  },
}
