import type { ContactReferenceMessages, FileMessages } from '../../messages/file-messages.ts'
import { phrase } from '../../phrase.ts'
import type { Counting } from '../counting.ts'
import { channelNouns } from '../names.ts'

export const fileWords = ({ counted }: Counting): FileMessages => ({
  kind: 'File',
  kindUnavailable: 'File (not available)',
  choose: 'Choose file…',
  list: 'Files',
  add: 'Add files',
  hint: (most, size) =>
    phrase`Choose, drop or paste up to ${counted(most, { one: 'file', other: 'files' })} of at most ${size}.`,
  full: (most) =>
    most === 1
      ? 'A task can have 1 file. Remove it to add another.'
      : phrase`A task can have ${most} files. Remove one to add another.`,
  left: (count) =>
    phrase`${counted(count, { one: 'file was', other: 'files were' })} left out, because the task has no room for more.`,
  leftShort: (count) => phrase`${count} not added`,
  folder: 'Folders cannot be added. Choose the files in them.',
  unavailable: {
    'not-configured': 'Files cannot be added: your organisation has not set up a file store.',
    forbidden: 'Your organisation does not allow files here.',
  },
  drop: 'Drop files here to add them to the task',
  summary: (count) => counted(count, { one: 'file', other: 'files' }),
  uploading: (count) => phrase`${count} uploading`,
  stopped: (count) => phrase`${count} not uploaded`,
  line: (parts) => parts.map((part) => phrase`${part}`).join(', '),
  row: (position) => phrase`File ${position}`,
  state: {
    waiting: () => 'Waiting',
    checking: () => 'Starting…',
    hashing: (percent) => phrase`Preparing, ${percent}`,
    asking: (percent) => phrase`Preparing, ${percent}`,
    sending: (percent) => phrase`Uploading, ${percent}`,
    completing: (percent) => phrase`Being checked, ${percent}`,
    done: () => 'Uploaded',
    failed: () => 'Not uploaded',
    cancelled: () => 'Cancelled',
  },
  failure: {
    unreachable:
      'The file store could not be reached. Check your connection, then try again, or remove the file.',
    store: 'The file store did not accept the file. Remove it if that happens again.',
    unreadable:
      'The browser could not read the file. It may have been moved or changed. Try again, or remove it.',
    expired: 'It was uploaded too long ago and is no longer kept. Upload it again, or remove it.',
    missing: 'The page was closed before the upload had ended. Choose the file again, or remove it.',
  },
  progressOf: (name) => phrase`Upload of ${name}`,
  cancel: 'Cancel',
  cancelOf: (name) => phrase`Cancel the upload of ${name}`,
  retry: 'Try again',
  retryOf: (name) => phrase`Try again to upload ${name}`,
  chooseAgain: 'Choose again…',
  chooseAgainOf: (name) => phrase`Choose again: ${name}`,
  remove: (position, name) => phrase`Remove file ${position}, ${name}`,
  removed: (name) => phrase`${name} removed.`,
  offerName: (name) => phrase`Use the name ${name}`,
  uploaded: (name) => phrase`${name} is uploaded.`,
  notUploaded: (name) => phrase`${name} was not uploaded.`,
  added: (count) => phrase`${counted(count, { one: 'file', other: 'files' })} added.`,
})

export const contactReferenceWords = ({ counted }: Counting): ContactReferenceMessages => ({
  title: (count, channel) =>
    phrase`${counted(count, { one: 'reference', other: 'references' })} of this ${channelNouns[channel]}`,
  titleUncounted: (channel) => phrase`References of this ${channelNouns[channel]}`,
  none: 'It has no references.',
  reading: 'Reading the contact’s references…',
  unread: 'The contact’s references could not be read.',
  unreadShort: 'Some not read',
  unnamed: 'No name',
  add: 'Add',
  addOf: (name) => phrase`Add ${name} to the task`,
  added: 'Added',
  addedOf: (name) => phrase`Added: ${name}`,
  why: {
    file: 'This is a file. It cannot be copied to a task: add it again from your computer.',
    'email-message': 'This is a message. It cannot be added to a task.',
    analysis: 'This is an analysis. It cannot be added to a task.',
    'other-type': 'References of this type cannot be added to a task.',
    'value-missing': 'It has no value.',
    'value-unfit': 'Its value does not fit its type, so it cannot be added to a task.',
    'name-taken': 'Another reference of the task has this name.',
    'type-not-allowed': 'Your organisation does not allow references of this type.',
    'host-not-allowed': 'Your organisation does not allow web addresses at this place.',
    'too-large': 'It does not fit: the references of the task would be too large.',
    'not-allowed': 'Only certain references are allowed for this task.',
  },
})
