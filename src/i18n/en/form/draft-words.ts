import type { DraftMessages } from '../../messages/draft-messages.ts'
import { phrase } from '../../phrase.ts'
import type { Counting } from '../counting.ts'
import { contactNoun } from '../names.ts'

export const draftWords = ({ counted }: Counting): DraftMessages => ({
  notKept: {
    refused:
      'This browser keeps nothing for this page. If it is closed or reloaded, your text is lost, and so is the news of a task that is being sent.',
    policy:
      'Your organisation keeps drafts out of this browser. If the page is closed or reloaded, your text is lost.',
  },
  taskNotKept:
    'Your task was created, but this browser could not store that yet. Keep this page open. Elsewhere, its draft may look as if it was not sent.',
  valuesNotKept:
    'Your organisation keeps attribute values out of this browser. If the page is closed or reloaded, you must type them again.',
  twoVersions: (otherName) =>
    otherName === ''
      ? 'This draft was changed in another window too. There are two versions.'
      : phrase`This draft was changed in another window too. There it is “${otherName}”.`,
  keepOwn: 'Keep this one',
  takeOther: 'Take the other',
  createdBefore: (instant) =>
    phrase`Another window created this task on ${instant}. The text here is different: it would be a second task.`,
  createdElsewhere: 'Created in another window',
  createdAt: (instant) => phrase`Created ${instant}`,
  begun: (instant) => phrase`Begun ${instant}.`,
  draftBegun: (instant) => phrase`Draft begun ${instant}`,
  mayExist: (contact, instant) =>
    contact
      ? phrase`A task for the ${contactNoun(contact)}, sent ${instant}, may have been created. This browser does not have its text.`
      : phrase`A task about no contact, sent ${instant}, may have been created. This browser does not have its text.`,
  deleteAll: 'Delete all my drafts in this browser…',
  deleteAllOf: (count) => `Delete ${counted(count, { one: 'draft', other: 'drafts' })}?`,
  deleteAllMeans:
    'Also in other windows. This cannot be undone. Tasks that wait to be sent, and questions about tasks that may have been created, stay.',
  deleteNow: 'Delete all',
  keepThem: 'Keep them',
  deletedElsewhere: (isSomeKept) =>
    isSomeKept
      ? 'You deleted all your drafts in another window. Text that you typed here since is kept.'
      : 'You deleted all your drafts in another window, so they are gone here too.',
})
