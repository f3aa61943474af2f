import type { DraftMessages } from '../../messages/draft-messages.ts'
import { phrase } from '../../phrase.ts'
import type { Counting } from '../counting.ts'
import { contactNoun } from '../names.ts'
import { questionWords } from '../outcome/question-words.ts'

export const draftWords = ({ counted }: Counting): DraftMessages => ({
  notKept: {
    refused:
      'This browser stores nothing for this page. If you close or reload the page, you lose your text, and the panel cannot tell whether a task that is being sent was created.',
    policy:
      'Your organisation keeps drafts out of this browser. If you close or reload the page, you lose your text.',
  },
  taskNotKept:
    'Amazon Connect has what you sent, but this browser has not stored that yet. Keep this page open: in another window, the draft may look as if it was not sent.',
  valuesNotKept:
    'Your organisation keeps attribute values out of this browser. If you close or reload the page, you must type them again.',
  twoVersions: (otherName) =>
    otherName === ''
      ? 'This draft was changed in another window too. There are two versions.'
      : phrase`This draft was changed in another window too. The version there is “${otherName}”.`,
  keepOwn: 'Keep this one',
  takeOther: 'Take the other',
  createdBefore: (kind, instant) =>
    kind === 'message'
      ? phrase`A message was sent from this draft on ${instant}. What is here now would be a second message.`
      : phrase`A task was created from this draft on ${instant}. What is here now would be a second task.`,
  createdElsewhere: 'Created in another window',
  createdAt: (instant) => phrase`Created ${instant}`,
  begun: (instant) => phrase`Begun ${instant}.`,
  draftBegun: (instant) => phrase`Draft begun ${instant}`,
  mayExist: ({ kind, contact }, instant) => {
    const about = contact ? `for the ${contactNoun(contact)}` : 'about no contact'
    return kind === 'message'
      ? phrase`A message ${about}, of ${instant}, may have been sent. This browser does not have its text.`
      : phrase`A task ${about}, sent ${instant}, may have been created. This browser does not have its text.`
  },
  did: { task: questionWords.wasCreated, message: 'It was sent' },
  didNot: { task: questionWords.wasNotCreated, message: 'It was not sent' },
  deleteAll: 'Delete all my drafts in this browser…',
  deleteAllOf: (count) =>
    count === 1 ? 'Delete this draft?' : `Delete ${counted(count, { one: 'draft', other: 'drafts' })}?`,
  deleteAllMeans: (count) =>
    count === 1
      ? 'It is deleted in other windows too, and cannot be brought back.'
      : 'They are deleted in other windows too, and cannot be brought back.',
  deleteNow: (count) => (count === 1 ? 'Delete it' : 'Delete all'),
  keepThem: (count) => (count === 1 ? 'Keep it' : 'Keep them'),
  deletedElsewhere: (isSomeKept) =>
    isSomeKept
      ? 'You deleted all your drafts in another window. Text that you typed here since is kept.'
      : 'You deleted all your drafts in another window, so they are gone here too.',
})
