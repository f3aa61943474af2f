import type { ReferenceType } from '@aws-sdk/client-connect'
import { halfOfThumb, thumb, type ConformanceCases } from './conformance-case.ts'

type Row = readonly [name: string, type: ReferenceType, value: string, sentValue?: string]

const withReferences = (...rows: readonly Row[]) => ({
  asked: { references: rows.map(([name, type, value]) => ({ name, type, value })) },
  sent: {
    References: Object.fromEntries(
      rows.map(([name, type, value, sentValue = value]) => [name, { Type: type, Value: sentValue }]),
    ),
  },
})

const withReference = (type: ReferenceType, value: string, sentValue = value) =>
  withReferences(['n', type, value, sentValue])

const oneByteTooMany = {
  issues: [{ field: 'references', code: 'references-too-large', actual: 4_097, limit: 4_096 }],
  connect: 400,
} as const

const bad = (code: `reference-${'url' | 'number' | 'email' | 'date'}-invalid`) =>
  ({ issues: [{ field: 'references.0.value', code }], connect: 400 }) as const

const unseen = (codePoint: string, after: string) =>
  ({
    issues: [{ field: 'references.0.value', code: 'invisible-character', codePoint, after }],
    connect: 400,
  }) as const

const notAtCreation = {
  detail: 'Expected one of URL, NUMBER, STRING, DATE, EMAIL at references.0.type.',
  connect: 400,
} as const

export const referenceCases: ConformanceCases = {
  accepted: [
    { rule: 'A URL is sent as it is.', ...withReference('URL', 'HTTPS://shop.example/42?a=1&b=%20#é') },
    { rule: 'A whole number is sent as a text.', ...withReference('NUMBER', '15') },
    { rule: 'A negative decimal is sent as a text.', ...withReference('NUMBER', '-2.5') },
    { rule: 'A text is sent as it is.', ...withReference('STRING', ' two\nlines ') },
    { rule: 'An address by the HTML standard is sent as it is.', ...withReference('EMAIL', 'a@b') },
    {
      rule: 'A date is sent as a text of epoch seconds.',
      ...withReference('DATE', '2026-10-01T12:00:00Z', '1790856000'),
    },
    {
      rule: 'A date means the same instant under every offset.',
      ...withReference('DATE', '2026-10-01T14:00:00+02:00', '1790856000'),
    },
    {
      rule: 'A date is sent without its fraction of a second.',
      ...withReference('DATE', '2026-10-01T12:00:00.999Z', '1790856000'),
    },
    {
      rule: 'A date before 1970 is a negative number of seconds.',
      ...withReference('DATE', '1969-12-31T00:00:00Z', '-86400'),
    },
    {
      rule: 'The last date is the end of the year 9999, under any offset.',
      ...withReference('DATE', '9999-12-31T23:59:59-23:59', '253402387139'),
    },
    {
      rule: 'A one-letter name with a value of 4,095 bytes is exactly the limit.',
      ...withReference('STRING', 'x'.repeat(4_095)),
    },
    { rule: 'An é is two bytes.', ...withReference('STRING', `${'é'.repeat(2_047)}x`) },
    { rule: 'An emoji is four bytes.', ...withReference('STRING', `${thumb.repeat(1_023)}xxx`) },
    {
      rule: 'Names count, dates as they are sent, and so do all references together.',
      ...withReferences(
        ['due', 'DATE', '2026-10-01T12:00:00Z', '1790856000'],
        ['name', 'STRING', 'x'.repeat(4_079)],
      ),
    },
    {
      rule: 'Names that mean something to JavaScript are names like any other.',
      ...withReferences(['__proto__', 'STRING', 'x'], ['constructor', 'STRING', 'y'], ['1', 'NUMBER', '1']),
    },
    {
      rule: 'Joiners carry meaning, so names and texts keep them, and the path of a URL.',
      ...withReferences(
        ['می\u200cخواهم', 'STRING', '👩\u200d👧 ❤\ufe0f'],
        ['page', 'URL', 'https://fa.example/می\u200cخواهم'],
      ),
    },
    { rule: 'A name may have any characters.', ...withReferences(['Order no. 1 ($é👍)', 'STRING', 'x']) },
  ],
  refused: [
    {
      rule: '4,097 bytes are one too many.',
      ...withReference('STRING', 'x'.repeat(4_096)),
      ...oneByteTooMany,
    },
    {
      rule: '4,097 bytes in é are one too many.',
      ...withReference('STRING', 'é'.repeat(2_048)),
      ...oneByteTooMany,
    },
    {
      rule: '4,097 bytes in emoji are one too many.',
      ...withReference('STRING', thumb.repeat(1_024)),
      ...oneByteTooMany,
    },
    {
      rule: 'The limit is over all references, not for each.',
      ...withReferences(['a', 'STRING', 'x'.repeat(2_047)], ['b', 'STRING', 'x'.repeat(2_048)]),
      ...oneByteTooMany,
    },
    {
      rule: 'A URL must not be a script.',
      ...withReference('URL', 'javascript:alert(1)'),
      ...bad('reference-url-invalid'),
    },
    {
      rule: 'A URL must have a scheme.',
      ...withReference('URL', 'www.x.com'),
      ...bad('reference-url-invalid'),
    },
    {
      rule: 'A URL must not be relative.',
      ...withReference('URL', '/orders/42'),
      ...bad('reference-url-invalid'),
    },
    {
      rule: 'A URL must not begin with two slashes.',
      ...withReference('URL', '//x.example/42'),
      ...bad('reference-url-invalid'),
    },
    {
      rule: 'A URL must have the scheme http or https.',
      ...withReference('URL', 'ftp://x.example/42'),
      ...bad('reference-url-invalid'),
    },
    {
      rule: 'A URL must not have a space.',
      ...withReference('URL', 'https://x y'),
      ...bad('reference-url-invalid'),
    },
    {
      rule: 'A URL must not have a zero-width space in its host.',
      ...withReference('URL', 'https://exam\u200bple.com'),
      ...unseen('U+200B', 'https://exam'),
      connect: 200,
      because: 'Browsers overlook it, and other readers take it for a part of the host.',
    },
    {
      rule: 'A URL must not have a no-break space in its path.',
      ...withReference('URL', 'https://example.com/a\u00a0b'),
      ...unseen('U+00A0', 'xample.com/a'),
    },
    {
      rule: 'A URL must not have a joiner in its host.',
      ...withReference('URL', 'https://exam\u200dple.com'),
      ...unseen('U+200D', 'https://exam'),
    },
    {
      rule: 'A number must not have a narrow no-break space between its digits.',
      ...withReference('NUMBER', '1\u202f500'),
      ...unseen('U+202F', '1'),
    },
    {
      rule: 'A number must not begin with a byte order mark.',
      ...withReference('NUMBER', '\ufeff15'),
      ...unseen('U+FEFF', ''),
    },
    {
      rule: 'An address must not end in a next-line character.',
      ...withReference('EMAIL', 'ana@example.com\u0085'),
      ...unseen('U+0085', '@example.com'),
      connect: 200,
      because: 'A mail program would take it for a part of the address.',
    },
    {
      rule: 'A name must not be of zero-width spaces.',
      ...withReferences(['\u200b\u200b', 'STRING', 'x']),
      issues: [{ field: 'references.0.name', code: 'reference-name-missing' }],
      connect: 200,
      because: 'The agent who takes the task would see a value without a name.',
    },
    {
      rule: 'A value must not be of zero-width spaces.',
      ...withReference('STRING', '\u200b\u2060'),
      issues: [{ field: 'references.0.value', code: 'reference-value-missing' }],
      connect: 200,
      because: 'The agent who takes the task would see a name without a value.',
    },
    {
      rule: 'A number must not have a comma.',
      ...withReference('NUMBER', '1,5'),
      ...bad('reference-number-invalid'),
    },
    {
      rule: 'A number must not be a word.',
      ...withReference('NUMBER', 'abc'),
      ...bad('reference-number-invalid'),
    },
    {
      rule: 'A number must not be NaN.',
      ...withReference('NUMBER', 'NaN'),
      ...bad('reference-number-invalid'),
    },
    {
      rule: 'A number must be finite.',
      ...withReference('NUMBER', 'Infinity'),
      ...bad('reference-number-invalid'),
    },
    {
      rule: 'A number must not have an exponent.',
      ...withReference('NUMBER', '1e3'),
      ...bad('reference-number-invalid'),
    },
    {
      rule: 'A date must have a time and a zone.',
      ...withReference('DATE', '2026-10-01'),
      ...bad('reference-date-invalid'),
    },
    {
      rule: 'A date must exist.',
      ...withReference('DATE', '2026-02-30T12:00:00Z'),
      ...bad('reference-date-invalid'),
    },
    {
      rule: 'An address must have an @.',
      ...withReference('EMAIL', 'a.example'),
      ...bad('reference-email-invalid'),
    },
    {
      rule: 'An address must not have a space.',
      ...withReference('EMAIL', 'a b@c.d'),
      ...bad('reference-email-invalid'),
    },
    {
      rule: 'A number must not be blank.',
      ...withReference('NUMBER', ' '),
      issues: [{ field: 'references.0.value', code: 'reference-value-missing' }],
      connect: 400,
    },
    {
      rule: 'A name must not be empty.',
      ...withReferences(['', 'STRING', 'x']),
      issues: [{ field: 'references.0.name', code: 'reference-name-missing' }],
      connect: 400,
    },
    {
      rule: 'A name must not hold half an emoji.',
      ...withReferences([halfOfThumb, 'STRING', 'x']),
      issues: [{ field: 'references.0.name', code: 'text-not-unicode' }],
      connect: 400,
    },
    {
      rule: 'A value must not hold half an emoji.',
      ...withReference('STRING', halfOfThumb),
      issues: [{ field: 'references.0.value', code: 'text-not-unicode' }],
      connect: 400,
    },
    {
      rule: 'A name must not be blank.',
      ...withReferences([' ', 'STRING', 'x']),
      issues: [{ field: 'references.0.name', code: 'reference-name-missing' }],
      connect: 200,
      because: 'Agents read the name as the label.',
    },
    {
      rule: 'A value must not be empty.',
      ...withReference('STRING', ''),
      issues: [{ field: 'references.0.value', code: 'reference-value-missing' }],
      connect: 200,
      because: 'A reference without a value is a mistake of the agent’s.',
    },
    {
      rule: 'A name must not be repeated.',
      ...withReferences(['n', 'STRING', 'first'], ['n', 'STRING', 'second']),
      issues: [{ field: 'references.1.name', code: 'reference-name-repeated' }],
      connect: 200,
      because: 'A map holds a name once, so Connect would get only one of the two.',
    },
    {
      rule: 'A number must not be too large for a double.',
      ...withReference('NUMBER', '9'.repeat(400)),
      ...bad('reference-number-invalid'),
      connect: 200,
      because: 'Connect publishes no grammar, and most parsers would read infinity.',
    },
    {
      rule: 'A URL must not rely on the correction that browsers make.',
      ...withReference('URL', 'https:///x.example'),
      ...bad('reference-url-invalid'),
      connect: 200,
      because: 'Browsers correct it, stricter parsers do not.',
    },
    {
      rule: 'An address must have a domain by the HTML standard.',
      ...withReference('EMAIL', 'a@-b.example'),
      ...bad('reference-email-invalid'),
      connect: 200,
      because: 'Connect publishes no grammar; HTML forms use the standard’s.',
    },
  ],
  malformed: [
    { rule: 'ATTACHMENT is no type at creation.', ...withReference('ATTACHMENT', 'x'), ...notAtCreation },
    {
      rule: 'EMAIL_MESSAGE is no type at creation.',
      ...withReference('EMAIL_MESSAGE', 'x'),
      ...notAtCreation,
    },
    {
      rule: 'CONTACT_ANALYSIS is no type at creation.',
      ...withReference('CONTACT_ANALYSIS', 'x'),
      ...notAtCreation,
    },
  ],
}
