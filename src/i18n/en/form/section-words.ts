import { previousLinkLimit } from '../../../core/fields/link-types.ts'
import type { LateMessages } from '../../messages/late-messages.ts'
import { phrase } from '../../phrase.ts'
import type { Counting } from '../counting.ts'
import { hostWords } from '../host-words.ts'
import { channelLabels } from '../channel-labels.ts'
import { channelNouns } from '../names.ts'

export const linkWords: LateMessages['link'] = {
  legend: 'How should the task be linked?',
  related: (channel) => `Related to this ${channelNouns[channel]}`,
  previous: (channel) => `Continues this ${channelNouns[channel]}`,
  none: 'Not linked',
  relatedMeans: (channel) =>
    `For separate work. The task shows this ${channelNouns[channel]} and gets a copy of its attributes.`,
  previousUsed: (tasks) => phrase`${tasks} of ${previousLinkLimit} used.`,
  previousMeans: (channel) =>
    `For the next step of the same work. ${channelLabels[channel]} and task share their attributes: a change to one changes the other. At most ${previousLinkLimit} tasks.`,
  previousNotForEmail: 'Email contacts cannot be continued.',
  noneMeans: 'The task does not show this contact and gets none of its attributes.',
}

export const referenceWords = ({ counted }: Counting): LateMessages['references'] => ({
  help: 'The person who takes the task sees them. You can paste rows.',
  empty: 'None',
  summary: (count) => counted(count, { one: 'reference', other: 'references' }),
  add: 'Add reference',
  row: (position) => phrase`Reference ${position}`,
  required: 'Required',
  type: 'Type',
  name: 'Name',
  value: 'Value',
  kinds: {
    URL: { name: 'Web address', hint: 'https://…' },
    NUMBER: { name: 'Number', hint: 'Digits, with a point: 15 or -2.5' },
    STRING: { name: 'Text', hint: '' },
    DATE: { name: 'Date and time', hint: '' },
    EMAIL: { name: 'Email address', hint: 'name@example.com' },
  },
  addScheme: 'Add https://',
  offerValue: (value) => phrase`Use ${value}`,
  offerText: 'Use as text',
  remove: (position, name) => phrase`Remove reference ${position}${name ? phrase`, ${name}` : ''}`,
  removed: 'Reference removed.',
  hosts: (hosts) => phrase`Web addresses are allowed only at ${hostWords(hosts)}.`,
  meter: 'Reference size',
})

type InheritedCount = Parameters<LateMessages['attributes']['summary']>[1]

function inheritedPart(inherited: InheritedCount): readonly string[] {
  if (inherited === 'loading') return ['reading…']
  if (inherited === 'unread') return ['inherited not known']
  return inherited === 0 ? [] : [phrase`${inherited} inherited`]
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const attributeWords = ({ counted }: Counting): LateMessages['attributes'] => ({
  help: 'Flows can use them, and the person who takes the task sees them. You can paste rows.',
  empty: 'None',
  summary: (own, inherited) =>
    capitalised([...(own === 0 ? [] : [phrase`${own} added`]), ...inheritedPart(inherited)].join(', ')),
  add: 'Add attribute',
  row: (position) => phrase`Attribute ${position}`,
  required: 'Required',
  key: 'Key',
  offerKey: (key) => phrase`Use ${key}`,
  value: 'Value',
  remove: (position, key) => phrase`Remove attribute ${position}${key ? phrase`, ${key}` : ''}`,
  removed: 'Attribute removed.',
  inherited: (count, channel, all) =>
    phrase`${count === all ? count : phrase`${count} of ${all}`} inherited from this ${channelNouns[channel]}`,
  override: 'Override',
  overrideOf: (key) => phrase`Override ${key}`,
  overridden: 'overridden',
  showAll: 'Show all',
  showAllOf: (key) => phrase`Show all of ${key}`,
  showLess: 'Show less',
  showLessOf: (key) => phrase`Show less of ${key}`,
  inheritedLoading: 'Reading the contact’s attributes…',
  inheritedUnread:
    'The contact’s attributes could not be read, so only those you added are counted. Amazon Connect may still refuse the task if both together are too large.',
  meter: 'Attribute size',
  split: (own, inherited) => phrase`${own} added + ${inherited} inherited`,
  splitUnknown: (own) => phrase`${own} added, inherited not known`,
  splitHidden: (own, inherited, hidden) =>
    phrase`${own} added + ${inherited} inherited, ${hidden} of them not shown`,
  pasted: (count, replaced, refused) =>
    [
      `${counted(count, { one: 'row', other: 'rows' })} pasted`,
      ...(replaced === 0 ? [] : [phrase`${replaced} replaced`]),
      ...(refused === 0 ? [] : [phrase`${refused} left out, because your organisation sets or forbids them`]),
    ].join(', '),
  nonePasted: 'Nothing was pasted: your organisation sets or forbids these attributes.',
  copy: 'Copy as text',
  copied: (count) => `${counted(count, { one: 'attribute', other: 'attributes' })} copied.`,
  notCopied: 'The browser does not let the panel copy. The text is selected below: press Ctrl+C or ⌘C.',
  copyText: 'Attributes as text',
})
