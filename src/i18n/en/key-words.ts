import type { KeyMessages } from '../key-messages.ts'
import { phrase } from '../phrase.ts'

/** English: the list of keys. */
export const keyWords: KeyMessages = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  help: 'They work while you are in this panel. Choose a key to change it.',
  notKept: 'This browser does not keep your changes after you close the page.',
  use: 'Use keyboard shortcuts',
  action: 'Action',
  key: 'Key',
  actions: {
    create: 'Create the task',
    contact: 'Contact',
    name: 'Name',
    description: 'Description',
    destination: 'Destination',
    when: 'When',
    link: 'Link',
    references: 'References',
    attributes: 'Attributes',
    keys: 'This list',
  },
  closePart: 'Close a section',
  none: 'None',
  change: (action, chord) => phrase`${action}: ${chord}. Change`,
  pressNew: 'Press the new key…',
  takeAway: 'No key',
  backTo: (chord) => phrase`Back to ${chord}`,
  cancel: 'Cancel',
  given: (action, chord) => phrase`${action}: ${chord}.`,
  takenAway: (action) => phrase`${action}: no key.`,
  refused: {
    typed: (chord) =>
      phrase`${chord} would be typed into the field. Press it together with Ctrl, Alt or Shift.`,
    'types-sign': (chord) => phrase`${chord} types a sign on some keyboards. Choose another key.`,
    editing: (chord) => phrase`${chord} moves around in the form or edits a text. Choose another key.`,
    reserved: (chord) => phrase`${chord} belongs to your browser or computer. Choose another key.`,
  },
  taken: (chord, action) => phrase`${chord} is already the key for “${action}”. Choose another key.`,
  reset: 'Reset all',
  wasReset: 'All keys are as they were at first.',
  names: {
    Control: 'Ctrl',
    Alt: 'Alt',
    Shift: 'Shift',
    Meta: 'Win',
    Escape: 'Esc',
    Plus: '+',
    Space: 'Space',
  },
}
