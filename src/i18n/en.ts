import type { Failure } from '../client/task-client-error.ts'
import type { ProblemIssue } from '../contract/problem.ts'
import type { Channel, Contact } from '../core/contact.ts'
import type { ReferenceType } from '../core/references.ts'
import { previousLinkLimit } from '../core/limits.ts'
import { failureWords, refusedUnexplained } from './failure-words.en.ts'
import { measuredIssueWords, namedIssueWords, plainIssueWords } from './issue-words.en.ts'

const channelWords: Record<Channel, string> = {
  voice: 'Call',
  queue_callback: 'Callback',
  chat: 'Chat',
  task: 'Task',
  email: 'Email',
}

const referenceTypeWords: Record<ReferenceType, string> = {
  URL: 'Web address',
  NUMBER: 'Number',
  STRING: 'Text',
  DATE: 'Date and time',
  EMAIL: 'Email address',
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

const shortId = (contactId: string) => contactId.slice(0, 8)

const channelName = (channel: Channel) => channelWords[channel].toLowerCase()

/** "call with +1 555 0100", "task Check invoice": how the agent would say it. */
function contactName({ channel, displayName }: Contact): string {
  if (displayName === undefined) return channelName(channel)
  return channel === 'task' || channel === 'email'
    ? `${channelName(channel)} “${displayName}”`
    : `${channelName(channel)} with ${displayName}`
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const draftAbout = (contact: Contact | undefined) =>
  contact ? `draft for the ${contactName(contact)}` : 'draft about no contact'

const taskFor = (contact: Contact | undefined) =>
  contact ? `task for the ${contactName(contact)}` : 'task about no contact'

function issue(found: ProblemIssue): string {
  if ('limit' in found) return measuredIssueWords[found.code](found.actual, found.limit)
  return 'name' in found ? namedIssueWords[found.code](found.name) : plainIssueWords[found.code]
}

const stateWords: Record<Contact['state'], string> = {
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

const unapprovedOrigin = (origin: string) =>
  `This page is not approved. An administrator adds ${origin} to the approved origins of the Amazon Connect instance.`

/** Everything the panel says, in English. A dictionary is whole or it does not compile. */
export const en = {
  /** The language of these words, for whoever reads them out. */
  language: 'en',
  panel: {
    title: 'New task',
    loading: 'Loading…',
    retry: 'Try again',
    crashed: 'The task panel has failed. Your contact is not affected.',
    reload: 'Reload the panel',
    partMissing: 'This part of the panel could not be loaded.',
    support: (requestId: string) => `Reference for support: ${requestId}`,
  },
  session: {
    connecting: {
      ccp: 'Waiting for the Contact Control Panel…',
      workspace: 'Waiting for the agent workspace…',
      host: 'Waiting for this page to say which contact is in front of you…',
    },
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
  contact: {
    heading: 'Linked contact',
    none: 'No contact is in front of you. The task will not be linked.',
    unknown: 'Your contacts are not known yet, so the task is not linked to any.',
    choose: 'Choose the contact this task is about.',
    chooseLabel: 'Contact',
    chooseNone: 'No contact',
    chooseFirst: 'Choose…',
    undecided: 'Choose the contact this task is about, or “No contact”.',
    unlinked: 'This task is not linked to a contact.',
    channel: (channel: Channel) => channelWords[channel],
    state: (state: Contact['state']) => stateWords[state],
    gone: 'Closed',
    stateUnknown: 'State unknown',
    unnamed: 'No name given',
    shortId: (contactId: string) => `ID ${shortId(contactId)}`,
    option: (contact: Contact) => `${sentence(contactName(contact))} · ${shortId(contact.contactId)}`,
    differs: (pinned: Contact, current: Contact) =>
      `This task is about the ${contactName(pinned)}. You are now on the ${contactName(current)}.`,
    differsFromNone: (current: Contact) =>
      `This task is about no contact. You are now on the ${contactName(current)}.`,
    move: (current: Contact) => `Move the task to the ${contactName(current)}`,
    show: (current: Contact) => `Show the draft for the ${contactName(current)}`,
    typed: 'Linked by its ID',
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
    notKept:
      'This browser keeps no drafts for this page. What you type is lost when the page is closed or reloaded.',
  },
  fields: {
    name: 'What needs to be done?',
    description: 'Description',
    optional: 'optional',
    required: (label: string) => `${label} (required)`,
    locked: 'Set by your organisation.',
    destination: 'Who should do it?',
    destinationNone: 'Choose…',
    destinationFlows: 'Flows',
    destinationUsers: 'People',
    destinationQueues: 'Queues',
    destinationsLoading: 'Loading destinations…',
    destinationsFailed: 'The list of destinations could not be loaded.',
    destinationsOld: 'The list of destinations could not be read again and may be out of date.',
    destinationGone: (name: string | undefined) =>
      name === undefined ? 'No longer available' : `${name} (no longer available)`,
    destinationsEmpty:
      'There is nothing to choose. Ask your administrator to publish a flow or to add a quick connect.',
  },
  when: {
    title: 'When',
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
    title: 'Link',
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
    title: 'References',
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
    meter: 'Reference size',
  },
  attributes: {
    title: 'Attributes',
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
  },
  meter: {
    used: (used: string, limit: string) => `${used} of ${limit} bytes`,
    over: (bytes: number, formatted: string) => `${formatted} ${bytes === 1 ? 'byte' : 'bytes'} too many`,
    left: (bytes: number, formatted: string) => `${formatted} ${bytes === 1 ? 'byte' : 'bytes'} left`,
  },
  errors: {
    summary: (count: number) => `Correct ${plural(count, 'thing', 'things')} before this task can be created`,
    issue,
    referenceField: (position: number, part: string) => `Reference ${position}, ${part}`,
    attributeField: (position: number, part: string) => `Attribute ${position}, ${part}`,
    referenceNamed: (name: string) => `Reference “${name}”`,
    attributeNamed: (key: string) => `Attribute “${key}”`,
  },
  submit: {
    create: 'Create task',
    createFor: (contact: Contact) => `Create task for the ${contactName(contact)}`,
    schedule: 'Schedule task',
    scheduleFor: (contact: Contact) => `Schedule task for the ${contactName(contact)}`,
    sending: 'Creating the task…',
    waiting: (seconds: number) =>
      `Amazon Connect is busy. Nothing was created yet; asking again in ${plural(seconds, 'second', 'seconds')}…`,
    checking: 'The answer was lost. Checking whether the task was created…',
  },
  failure: {
    notCreated: 'The task was not created',
    unknown: 'The task may have been created',
    unknownAdvice:
      'Ask again to find out: the same task cannot be made twice by asking. If you edit it instead, look in Amazon Connect first, or there may be two.',
    words: (code: Failure['code']) => failureWords[code],
    reason: ({ code, issues }: Failure) =>
      code === 'invalid' && issues.length === 0 ? refusedUnexplained : failureWords[code],
    askedAgain: 'An answer was lost. When the same task was asked for again, this came back:',
    askAgain: 'Ask again',
    edit: 'Edit anyway',
    dismiss: 'Close this message',
  },
  created: {
    now: 'Task created',
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
  signIn: {
    'signing-in': 'Signing in…',
    'in-window': 'A window has opened for you to sign in. What you have typed is kept.',
    needed: 'Sign in to create tasks.',
    ended: 'Your sign-in has ended. What you have typed is kept.',
    'window-blocked':
      'The browser blocked the sign-in window. Allow pop-up windows for this page, then press the button again.',
    'window-closed': 'The sign-in window was closed before you were signed in.',
    failed: 'Signing in did not work. Try again; if it keeps failing, tell your administrator.',
    button: 'Sign in',
    windowDone: 'There is nothing more to do in this window. You can close it.',
    openPanel: 'Open the task panel here',
  },
  page: {
    ccp: 'Contact Control Panel',
    task: 'Task',
    views: 'Views',
    title: 'Contacts and tasks',
    configFailed: 'The task service cannot be reached, so the page cannot start.',
  },
}

export type Messages = typeof en
