import { attributesRowLimit } from '../core/fields/attributes/attribute-budget.ts'
import { referencesRowLimit } from '../core/fields/references/reference-budget.ts'
import type { ReferenceType } from '../core/fields/references/reference.ts'
import { demoFlows } from '../simulators/connect/state/demo-seed.ts'
import { utf8ByteLength } from '../core/text/text.ts'

/** The proxy's limit for a body. */
const bodyByteLimit = 680 * 1_024

/** Space for the other members of the body. */
const otherBytes = 400

/** Offered by the simulated Connect: a proxy refuses another flow before it looks at the rest. */
const { flowId } = demoFlows.callbackRequests
const task = { clientToken: 'token', name: 'Task', destination: { type: 'flow', flowId } }

const jsonBytes = (value: unknown) => utf8ByteLength(JSON.stringify(value))

/** A text that fills the body. */
const filling = (unit: string) =>
  unit.repeat(Math.floor((bodyByteLimit - otherBytes) / (jsonBytes(unit) - '""'.length)))

/** `count` different characters; each is encoded when a host is converted to ASCII. */
const ideographs = (count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(0x4e_00 + (index % 20_000))).join('')

const fillingIdeographs = ideographs(Math.floor((bodyByteLimit - otherBytes) / 3))

const oneReference = (type: ReferenceType, value: string) => ({
  ...task,
  references: [{ name: 'n', type, value }],
})

const labels = (count: number, length: number) => `${ideographs(length)}.`.repeat(count)

const hosts = (count: number, host: string) => ({
  ...task,
  references: Array.from({ length: count }, (_, index) => ({
    name: String(index),
    type: 'URL',
    value: `https://${host}com`,
  })),
})

/** The number of rows that fit into a body and that the proxy reads. */
function rows(list: 'references' | 'attributes', row: (index: number) => unknown) {
  const limit = list === 'references' ? referencesRowLimit : attributesRowLimit
  const found: unknown[] = []
  let bytes = otherBytes
  for (let index = 0; index < limit; index += 1) {
    const next = row(index)
    bytes += jsonBytes(next) + ','.length
    if (bytes > bodyByteLimit) break
    found.push(next)
  }
  return { ...task, [list]: found }
}

const members = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`member${index}`, 1]))

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}

const texts: Readonly<Record<string, unknown>> = {
  'a long name': { ...task, name: filling('a') },
  'a name of blanks': { ...task, name: filling(' ') },
  'a name of emoji': { ...task, name: filling('👍') },
  'a name of halves of emoji': { ...task, name: filling('\ud83d') },
  'a long description': { ...task, description: filling('漢') },
  'a long client token': { ...task, clientToken: filling('a') },
  'a long flow id': { ...task, destination: { type: 'flow', flowId: filling('a') } },
  'a long destination type': { ...task, destination: { type: filling('a') } },
  'a long contact id': { ...task, link: { type: 'related', contactId: `${filling('a')}!` } },
  'a long scheduled time': { ...task, scheduledTime: `2026-10-01T12:00:00.${filling('0')}Z` },
}

const references: Readonly<Record<string, unknown>> = {
  'a host of ideographs': oneReference('URL', `https://${fillingIdeographs}.example/`),
  'a host of ideographs in few bytes': oneReference('URL', `https://${ideographs(32_000)}.example/`),
  'a host of ideographs within the limit of a text': oneReference(
    'URL',
    `https://${ideographs(1_300)}.example/`,
  ),
  'a host of combining marks': oneReference('URL', `https://${filling('\u0301a')}.example/`),
  'a host of many labels': oneReference('URL', `https://${filling('a.')}example/`),
  'a host in percent signs': oneReference('URL', `https://${filling('%e4%b8%80')}.example/`),
  'a long user name': oneReference('URL', `https://${filling('a')}@example.com/`),
  'a long path': oneReference('URL', `https://example.com/${filling('é')}`),
  'a long local part of an email address': oneReference('EMAIL', filling('a')),
  'an email address of many labels': oneReference('EMAIL', `a@${filling('a.')}`),
  'an email address of dashes': oneReference('EMAIL', `a@a${filling('-')}`),
  'a number of many digits': oneReference('NUMBER', `${filling('1')}x`),
  'a date of many digits': oneReference('DATE', `2026-10-01T12:00:00.${filling('0')}Z`),
  'a long name of a reference': {
    ...task,
    references: [{ name: filling('漢'), type: 'STRING', value: 'v' }],
  },
  'many hosts of ideographs': rows('references', (index) => ({
    name: `n${index}`,
    type: 'URL',
    value: `https://${ideographs(240)}${index}.example/`,
  })),
  'many URLs': rows('references', (index) => ({
    name: `n${index}`,
    type: 'URL',
    value: `https://example.com/${'x'.repeat(90)}`,
  })),
  'hosts of ideographs in as many characters as references have bytes': hosts(16, ideographs(240)),
  'hosts of short ideographic labels in as many bytes as references have': hosts(5, labels(4, 59)),
  'short URLs within the limit of all references': {
    ...task,
    references: Array.from({ length: 372 }, (_, index) => ({
      name: index.toString(36),
      type: 'URL',
      value: `http://${index % 10}a`,
    })),
  },
  'many dates with a name': rows('references', (index) => ({
    name: index.toString(36),
    type: 'DATE',
    value: '1970-01-31T00:00:00.000+00:00',
  })),
  'many dates': rows('references', () => ({ name: '', type: 'DATE', value: '2026-10-01T12:00:00Z' })),
  'many references of one name': rows('references', () => ({ name: 'n', type: 'STRING', value: 'v' })),
  'many references of no type': rows('references', () => ({ name: 'n', type: 'X', value: 'v' })),
}

const attributes: Readonly<Record<string, unknown>> = {
  'many attributes without a key': rows('attributes', () => ({ key: '', value: '' })),
  'many attributes with a wrong key': rows('attributes', () => ({ key: ' ', value: '' })),
  'many attributes': rows('attributes', (index) => ({ key: index.toString(36), value: '' })),
  'many halves of emoji': rows('attributes', () => ({ key: 'a', value: '\ud83d' })),
  'more attributes than Connect could take': {
    ...task,
    attributes: Array.from({ length: 25_000 }, (_, index) => ({ key: index.toString(36), value: '' })),
  },
  'many attributes that fill the body': rows('attributes', (index) => ({
    key: index.toString(36),
    value: 'x'.repeat(24),
  })),
  'a long key': { ...task, attributes: [{ key: filling('a'), value: '' }] },
  'a long value': { ...task, attributes: [{ key: 'a', value: filling('漢') }] },
  'many rows that are numbers': rows('attributes', () => 0),
  'many rows that are empty': rows('attributes', () => ({})),
  'many rows with a member too many': rows('attributes', () => ({ key: 'a', value: '', more: 1 })),
  'many members': { ...task, ...members(41_000) },
  'many members in each row': rows('references', () => ({ name: 1, type: 2, value: 3, ...members(10) })),
  'a deep name': { ...task, name: nested(2_000) },
  'a deep row': { ...task, attributes: nested(2_000) },
}

const files: Readonly<Record<string, unknown>> = {
  'many files': {
    ...task,
    attachments: Array.from({ length: 40_000 }, () => ({ upload: 'x' })),
  },
  'a long token': { ...task, attachments: [{ upload: filling('x') }] },
  'files that are lists': { ...task, attachments: nested(2_000) },
}

/** Bodies of the maximal size, each built to cost as much as possible. The proxy refuses all of them. */
export const hostileBodies: Readonly<Record<string, unknown>> = {
  ...texts,
  ...references,
  ...attributes,
  ...files,
}
