import type { PresetField } from '../../../core/presets/apply-preset.ts'
import { phrase } from '../../phrase.ts'
import type { PresetMessages } from '../../messages/preset-messages.ts'
import { channelNouns } from '../names.ts'

const fields: Readonly<Record<PresetField, string>> = {
  name: 'what needs to be done',
  description: 'the description',
  destination: 'who should do it',
  schedule: 'when it starts',
  references: 'references',
  attributes: 'attributes',
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })

export const presetWords: PresetMessages = {
  title: 'Presets',
  channels: channelNouns,
  reading: 'Reading the contact’s attributes…',
  unread: 'The contact’s attributes could not be read, so a preset leaves their places empty.',
  filledIn: (preset) => phrase`${preset} filled in.`,
  undo: 'Undo',
  undoOf: (preset) => phrase`Undo ${preset}`,
  fields,
  list: (names) => list.format(names.map((each) => phrase`${each}`)),
  replaces: (preset, names) => phrase`“${preset}” would replace what you filled in: ${names}.`,
  replace: 'Replace mine',
  keepMine: 'Keep mine, fill in the rest',
  cancel: 'Cancel',
  own: 'Your own presets',
  saveThis: 'Save this as a preset…',
  nothingToSave: 'Fill in the form first. A preset keeps what you have filled in, for other contacts.',
  presetName: 'Name of the preset',
  save: 'Save',
  keptHere: 'Kept in this browser only. It stays when you delete your drafts.',
  leftOut: {
    start: 'The start is left out: a preset keeps a time of today or of a day ahead.',
    files: 'Files are left out: they belong to one task.',
    values: 'Your organisation keeps attribute values out of this browser, so they are left out.',
  },
  forbidden: 'Your organisation does not allow presets of your own in this browser.',
  saved: 'Saved in this browser.',
  full: 'This browser keeps 50 presets of yours. Delete one first.',
  failed: 'This browser could not store that. Try again.',
  remove: (preset) => phrase`Delete ${preset}`,
  removed: (preset) => phrase`${preset} deleted.`,
}
