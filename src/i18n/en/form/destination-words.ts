import type { DestinationMessages } from '../../messages/destination-messages.ts'
import { phrase } from '../../phrase.ts'
import type { Counting } from '../counting.ts'

export const destinationWords = ({ counted }: Counting): DestinationMessages => ({
  failed: 'The list of destinations could not be loaded.',
  old: 'The list of destinations could not be read again and may be out of date.',
  list: 'Destinations',
  groups: { own: 'Yours', person: 'People', queue: 'Queues', flow: 'Flows', form: 'Forms' },
  kinds: { self: 'Myself', person: 'Person', queue: 'Queue', flow: 'Flow', form: 'Form' },
  kindsBesides: {
    self: 'agent',
    person: 'quick connect agent',
    queue: 'quick connect',
    flow: 'contact flow',
    form: 'task template',
  },
  found: (count) => counted(count, { one: 'result', other: 'results' }),
  none: (text) => phrase`No person, queue, flow or form is called “${text}”. Try one word of the name.`,
  noneOfConnects: (text) => phrase`No person or queue is called “${text}”. Try one word of the name.`,
  notWhole: (text) => phrase`“${text}” is not a whole name. Choose from the list.`,
  formsUnread: 'The forms could not be read, so none are listed. Tell your administrator.',
  empty:
    'There is no person, queue, flow or form to choose. Ask your administrator to publish a flow or to add a quick connect.',
  favourite: 'favourite',
  favouriteAdded: (name) => phrase`${name} is a favourite now.`,
  favouriteRemoved: (name) => phrase`${name} is no longer a favourite.`,
  searchHint: 'Type a name, or “queue”, “flow” or “form”.',
  searchHintOfConnects: 'Type a name, or “queue”.',
  favouriteHint: 'Shift+Enter or the star marks a favourite.',
  gone: (name) => (name === undefined ? 'No longer available' : phrase`${name} (no longer available)`),
  notOffered: 'The chosen destination is no longer available. Choose another.',
  lost: 'The chosen destination is no longer available. Tell your administrator.',
})
