import { describe, expect, it } from 'vitest'
import { fieldRulesSchema } from './field-rules.ts'

const everything = {
  name: { default: 'Call back', isRequired: true },
  description: { isHidden: true },
  destination: { default: { type: 'flow', flowId: 'f' }, isLocked: true },
  link: { default: 'previous', isLocked: true, types: ['previous'] },
  schedule: { default: 'now', isHidden: true },
  references: {
    isLocked: true,
    types: ['URL'],
    urlHosts: ['shop.example.com', '*.xn--bcher-kva.example', 'localhost'],
    byName: { Order: { type: 'URL', isRequired: true } },
  },
  attachments: { isRequired: true, mostFiles: 2, byteLimit: 1_048_576, extensions: ['pdf', 'png'] },
  attributes: { isHidden: true, byKey: { source: { default: 'crm' } } },
}

const mistakes = (rules: unknown) =>
  (fieldRulesSchema.safeParse(rules).error?.issues ?? []).map(
    (issue) =>
      [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].join('.') +
      (issue.code === 'custom' ? ` ${issue.message}` : ''),
  )

describe('fieldRulesSchema', () => {
  it('takes rules for every field, or for none', () => {
    expect(fieldRulesSchema.parse(everything)).toEqual(everything)
    expect(fieldRulesSchema.parse({})).toEqual({})
  })

  it.each([
    ['a field there is not', { title: { isRequired: true } }, 'title'],
    ['a flag there is not', { name: { required: true } }, 'name.required'],
    ['a flag that is a text', { name: { isLocked: 'yes' } }, 'name.isLocked'],
    ['a default of another shape', { destination: { default: 'f' } }, 'destination.default'],
    ['a link there is not', { link: { default: 'next' } }, 'link.default'],
    ['no link type', { link: { types: [] } }, 'link.types'],
    ['a reference type there is not', { references: { types: ['LINK'] } }, 'references.types.0'],
    ['an address for a host', { references: { urlHosts: ['https://a.example'] } }, 'references.urlHosts.0'],
    ['a host in capitals', { references: { urlHosts: ['A.example'] } }, 'references.urlHosts.0'],
    ['a star within a host', { references: { urlHosts: ['a.*.example'] } }, 'references.urlHosts.0'],
    ['a file that is filled in', { attachments: { default: 'invoice.pdf' } }, 'attachments.default'],
    ['an extension in capitals', { attachments: { extensions: ['PDF'] } }, 'attachments.extensions.0'],
    ['a size beyond 100 MB', { attachments: { byteLimit: 104_857_601 } }, 'attachments.byteLimit'],
    ['a required list', { attributes: { isRequired: true } }, 'attributes.isRequired'],
    ['a reference without a type', { references: { byName: { Order: {} } } }, 'references.byName.Order.type'],
    [
      'an unknown flag of an attribute',
      { attributes: { byKey: { vip: { x: 1 } } } },
      'attributes.byKey.vip.x',
    ],
  ])('refuses %s, and says where', (_, rules, path) => {
    expect(mistakes(rules)).toEqual([path])
  })

  it.each([
    ['a default that breaks a limit', { name: { default: 'x'.repeat(1_025) } }, 'name.default name-too-long'],
    ['a blank name', { name: { default: ' ' } }, 'name.default name-missing'],
    [
      'a default that is no web address',
      { references: { byName: { A: { type: 'STRING' }, Order: { type: 'URL', default: 'www' } } } },
      'references.byName.Order.default reference-url-invalid',
    ],
    [
      'references that are too large together',
      { references: { byName: { A: { type: 'STRING', default: 'x'.repeat(4_096) } } } },
      'references references-too-large',
    ],
    [
      'a name with blanks around it',
      { references: { byName: { ' A': { type: 'STRING' } } } },
      'references.byName. A name-begins-or-ends-blank',
    ],
    [
      'a date that is shown and cannot be',
      { references: { byName: { Due: { type: 'DATE', default: '2027-01-01T00:00:00Z', isLocked: true } } } },
      'references.byName.Due.default default-never-shown',
    ],
    [
      'a key that Connect refuses',
      { attributes: { byKey: { 'a b': {} } } },
      'attributes.byKey.a b attribute-key-invalid',
    ],
    [
      'a link of a type that is not allowed',
      { link: { default: 'previous', types: ['related'] } },
      'link.default not-among-allowed',
    ],
    [
      'a reference of a type that is not allowed',
      { references: { types: ['URL'], byName: { Case: { type: 'STRING' } } } },
      'references.byName.Case not-among-allowed',
    ],
    [
      'a reference that leads elsewhere',
      {
        references: {
          urlHosts: ['a.example'],
          byName: { Case: { type: 'URL', default: 'https://b.example' } },
        },
      },
      'references.byName.Case not-among-allowed',
    ],
    ['a name that nobody can give', { name: { isLocked: true } }, 'name withheld-without-value'],
    [
      'a destination that nobody can choose',
      { destination: { isHidden: true } },
      'destination withheld-without-value',
    ],
    [
      'a description that nobody can write',
      { description: { isLocked: true, isRequired: true } },
      'description withheld-without-value',
    ],
    [
      'a contact that is required and ruled out',
      { link: { isRequired: true, isLocked: true, default: 'none' } },
      'link withheld-without-value',
    ],
    [
      'a time that nobody can choose',
      { schedule: { isRequired: true, isHidden: true } },
      'schedule withheld-without-value',
    ],
    [
      'an attribute that is required in a hidden list',
      { attributes: { isHidden: true, byKey: { vip: { isRequired: true } } } },
      'attributes.byKey.vip withheld-without-value',
    ],
    [
      'a reference that nobody can fill in',
      { references: { byName: { Order: { type: 'URL', isRequired: true, isHidden: true } } } },
      'references.byName.Order withheld-without-value',
    ],
  ])('refuses %s', (_, rules, mistake) => {
    expect(mistakes(rules)).toEqual([mistake])
  })
})

const many = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value]))

describe('rules that are far too large', () => {
  it.each([
    ['references.urlHosts', { references: { urlHosts: Array.from({ length: 1_001 }, () => 'a.example') } }],
    ['references.urlHosts', { references: { urlHosts: Array.from({ length: 200_000 }, () => 7) } }],
    ['references.byName', { references: { byName: many(4_097, 7) } }],
    ['attributes.byKey', { attributes: { byKey: many(32_769, 7) } }],
    ['references.urlHosts.0', { references: { urlHosts: ['a'.repeat(256)] } }],
    ['references.urlHosts.0', { references: { urlHosts: ['漢'.repeat(200_000)] } }],
  ])('are refused in one word at %s', (place, rules) => {
    expect(mistakes(rules)).toEqual([place])
  })

  it('may hold a host as long as DNS allows, with all below it', () => {
    const host = `*.${'a'.repeat(49)}.${'b'.repeat(203)}`

    expect(fieldRulesSchema.safeParse({ references: { urlHosts: [host] } }).success).toBe(true)
  })
})
