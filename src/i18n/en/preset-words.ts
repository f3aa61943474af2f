import type { PresetField } from '../../core/presets/apply-preset.ts'
import { phrase } from '../phrase.ts'
import type { PresetMessages } from '../preset-messages.ts'
import { channelNouns } from './names.ts'

const fields: Readonly<Record<PresetField, string>> = {
  name: 'the name',
  description: 'the description',
  destination: 'who does it',
  schedule: 'when it starts',
  references: 'references',
  attributes: 'attributes',
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })

export const presetWords: PresetMessages = {
  title: 'Presets',
  channels: channelNouns,
  reading: 'The attributes of the contact are being read.',
  unread: 'The attributes of the contact could not be read, so a preset leaves their places empty.',
  filledIn: (preset) => phrase`${preset} filled in.`,
  undo: 'Undo',
  undoOf: (preset) => phrase`Undo ${preset}`,
  fields,
  list: (names) => list.format(names.map((each) => phrase`${each}`)),
  replaces: (preset, names) => phrase`${preset} has another text for ${names}.`,
  replace: 'Replace mine',
  keepMine: 'Keep mine, fill in the rest',
  cancel: 'Cancel',
}
