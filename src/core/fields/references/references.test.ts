import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFieldPath } from '../../issues/field-path.ts'
import { epochSeconds } from '../../time/instant.ts'
import { connectReferenceValue } from './reference-kinds.ts'
import { referencesField } from './references.ts'
import { referencesByteLength } from './reference-budget.ts'
import type { Reference, ReferenceType } from './reference.ts'

const reference = (type: ReferenceType, value: string, name = 'n'): Reference => ({ name, type, value })

const referenceIssues = (references: readonly Reference[]) =>
  referencesField.issues({ references }, {}, { now: new Date(0), scheduleHorizonDays: 6 })

const complaintOn = (type: ReferenceType, value: string) =>
  referenceIssues([reference(type, value)]).map(({ field, code }) => `${formatFieldPath(field)} ${code}`)

describe('a URL reference', () => {
  it.each([
    'https://example.com',
    'http://example.com/',
    'HTTPS://EXAMPLE.COM/Path?query=1&b=%20#part',
    'https://localhost:8443/x',
    'https://[2001:db8::1]/',
    'https://münchen.example/straße',
    'https://例え.テスト',
    'https://user:secret@example.com/',
    'https://example.com/a,b;c(d)',
  ])('accepts %j', (value) => {
    expect(complaintOn('URL', value)).toEqual([])
  })

  it('accepts letters like ü also after many addresses, when Node has optimised the check', () => {
    const complaints = Array.from({ length: 20_000 }, () => complaintOn('URL', 'https://münchen.example/'))

    expect(complaints.flat()).toEqual([])
  })

  it.each([
    'javascript:alert(1)',
    'www.x.com',
    'x.com/path',
    '//example.com',
    '/path',
    'ftp://example.com',
    'file:///etc/passwd',
    'data:text/html,x',
    'mailto:a@b.c',
    'https:',
    'https://',
    'https:/example.com',
    'https:///example.com',
    'https:example.com',
    'https:\\\\example.com',
    'https://example.com\\path',
    'https://x y',
    ' https://example.com',
    'https://example.com\n',
    'https://exam\tple.com',
    'https://example.com:99999',
    'https://1.2.3.4.5',
    'https://a<b',
    'https://%',
  ])('refuses %j', (value) => {
    expect(complaintOn('URL', value)).toEqual(['references.0.value reference-url-invalid'])
  })
})

describe('a NUMBER reference', () => {
  it.each(['0', '15', '-2.5', '007', '0.10', '-0', '12345678901234567890'])('accepts %j', (value) => {
    expect(complaintOn('NUMBER', value)).toEqual([])
  })

  it.each([
    '1,5',
    '1.000,5',
    '1 000',
    'abc',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e3',
    '0x10',
    '+5',
    '5.',
    '.5',
    '--1',
    '-',
    '15 ',
    '٣',
    '1_000',
    `1${'0'.repeat(309)}`,
  ])('refuses %j', (value) => {
    expect(complaintOn('NUMBER', value)).toEqual(['references.0.value reference-number-invalid'])
  })

  it('accepts any finite number written with a point', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 999 }), (whole, fraction) => {
        expect(complaintOn('NUMBER', `${whole}.${fraction}`)).toEqual([])
      }),
    )
  })
})

describe('an EMAIL reference', () => {
  it.each(['a@b.c', 'a@b', 'first.last+tag@mail.example.com', "o'neil@example.ie", 'a@xn--mnchen-3ya.de'])(
    'accepts %j',
    (value) => {
      expect(complaintOn('EMAIL', value)).toEqual([])
    },
  )

  it.each([
    'a b@c.d',
    'a@',
    '@b.c',
    'ab.c',
    'a@b@c.d',
    'a@b..c',
    'a@-b.c',
    'a@b-.c',
    'a@b.c ',
    'A <a@b.c>',
    'a@münchen.de',
    'mailto:a@b.c',
    `a@${'b'.repeat(64)}.c`,
  ])('refuses %j', (value) => {
    expect(complaintOn('EMAIL', value)).toEqual(['references.0.value reference-email-invalid'])
  })
})

describe('a DATE reference', () => {
  it.each([
    ['2026-10-01T12:00:00Z', 1_790_856_000],
    ['2026-10-01T12:00Z', 1_790_856_000],
    ['2026-10-01T12:00:00.999Z', 1_790_856_000],
    ['2026-10-01T14:00:00+02:00', 1_790_856_000],
    ['2026-10-01T06:30:00-05:30', 1_790_856_000],
    ['2024-02-29T00:00:00Z', 1_709_164_800],
    ['1970-01-01T00:00:00Z', 0],
    ['1969-12-31T23:59:59.500Z', -1],
  ])('%j is %i seconds since the epoch', (value, seconds) => {
    expect(epochSeconds(value)).toBe(seconds)
    expect(connectReferenceValue(reference('DATE', value))).toBe(String(seconds))
  })

  it.each([
    '2026-02-31T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2100-02-29T00:00:00Z',
    '2026-04-31T00:00:00+14:00',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-10-01T25:00:00Z',
    '2026-10-01T12:60:00Z',
    '2026-10-01T12:00:60Z',
    '2026-10-01T12:00:00',
    '2026-10-01 12:00:00Z',
    '2026-10-01',
    '1790856000',
    '01/10/2026',
    '+002026-10-01T12:00:00Z',
    'tomorrow',
  ])('refuses %j', (value) => {
    expect(complaintOn('DATE', value)).toEqual(['references.0.value reference-date-invalid'])
  })

  it('means the same second however the instant is written', () => {
    const instants = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (instant) => {
        expect(epochSeconds(instant.toISOString())).toBe(Math.floor(instant.getTime() / 1_000))
      }),
    )
  })
})

describe('connectReferenceValue', () => {
  it.each(['URL', 'NUMBER', 'STRING', 'EMAIL'] as const)('leaves a %s as it was typed', (type) => {
    expect(connectReferenceValue(reference(type, '2026-10-01T12:00:00Z'))).toBe('2026-10-01T12:00:00Z')
  })
})

describe('referenceIssues', () => {
  it.each(['URL', 'NUMBER', 'STRING', 'DATE', 'EMAIL'] as const)('asks for the value of a %s', (type) => {
    expect(complaintOn(type, '')).toEqual(['references.0.value reference-value-missing'])
    expect(complaintOn(type, ' ')).toEqual(['references.0.value reference-value-missing'])
  })

  it.each(['URL', 'NUMBER', 'STRING', 'DATE', 'EMAIL'] as const)('refuses half an emoji in a %s', (type) => {
    expect(complaintOn(type, 'https://x/\ud83d')).toEqual(['references.0.value text-not-unicode'])
  })

  it('accepts any text as a STRING', () => {
    expect(complaintOn('STRING', ' <b>née</b> 👍\n')).toEqual([])
  })

  it.each(['', '  '])('asks for a name instead of %j', (name) => {
    expect(referenceIssues([reference('STRING', 'x', name)])).toEqual([
      { field: { list: 'references', row: 0, member: 'name' }, code: 'reference-name-missing' },
    ])
  })

  it('refuses half an emoji in a name', () => {
    expect(referenceIssues([reference('STRING', 'x', '\udc4d')])).toEqual([
      { field: { list: 'references', row: 0, member: 'name' }, code: 'text-not-unicode' },
    ])
  })

  it.each(['Order', '__proto__'])(
    'refuses the name %j the second time: a map would keep only one',
    (name) => {
      expect(
        referenceIssues([
          reference('STRING', 'x', name),
          reference('STRING', 'y', 'other'),
          reference('NUMBER', '1', name),
        ]),
      ).toEqual([{ field: { list: 'references', row: 2, member: 'name' }, code: 'reference-name-repeated' }])
    },
  )

  it('takes names that differ in case for two names', () => {
    expect(referenceIssues([reference('STRING', 'x', 'a'), reference('STRING', 'x', 'A')])).toEqual([])
  })

  it.each(['__proto__', 'constructor', 'Straße 👍', 'a.b', '1'])('accepts the name %j', (name) => {
    expect(referenceIssues([reference('STRING', 'x', name)])).toEqual([])
  })
})

describe('the size of references', () => {
  it.each([
    ['ASCII', [reference('STRING', 'x'.repeat(4_095))]],
    ['é', [reference('STRING', 'é'.repeat(2_047), 'ab')]],
    ['emoji', [reference('STRING', '👍'.repeat(1_023), 'abcd')]],
    ['two', [reference('STRING', 'x'.repeat(2_047), 'a'), reference('STRING', 'x'.repeat(2_047), 'b')]],
    ['a DATE, which is ten digits', [reference('STRING', 'x'.repeat(4_084)), dateNamed('d')]],
  ])('may be exactly 4,096 bytes: %s', (_, references) => {
    expect(referencesByteLength(references)).toBe(4_096)
    expect(referenceIssues(references)).toEqual([])
  })

  it.each([
    ['ASCII', [reference('STRING', 'x'.repeat(4_096))]],
    ['é', [reference('STRING', 'é'.repeat(2_047), 'abc')]],
    ['emoji', [reference('STRING', '👍'.repeat(1_023), 'abcde')]],
    ['two', [reference('STRING', 'x'.repeat(2_048), 'a'), reference('STRING', 'x'.repeat(2_047), 'b')]],
    ['a DATE, which is ten digits', [reference('STRING', 'x'.repeat(4_085)), dateNamed('d')]],
  ])('may not be 4,097 bytes: %s', (_, references) => {
    expect(referenceIssues(references)).toEqual([
      { field: 'references', code: 'references-too-large', actual: 4_097, limit: 4_096 },
    ])
  })

  it('is complained about at the row as well where one text alone is too long', () => {
    expect(referenceIssues([reference('STRING', 'x'.repeat(4_097), 'n'.repeat(4_097))])).toEqual([
      {
        field: { list: 'references', row: 0, member: 'name' },
        code: 'reference-text-too-long',
        actual: 4_097,
        limit: 4_096,
      },
      {
        field: { list: 'references', row: 0, member: 'value' },
        code: 'reference-text-too-long',
        actual: 4_097,
        limit: 4_096,
      },
      { field: 'references', code: 'references-too-large', actual: 8_194, limit: 4_096 },
    ])
  })
})

function dateNamed(name: string): Reference {
  return reference('DATE', '2026-10-01T12:00:00Z', name)
}
