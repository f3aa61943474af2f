import { halfOfThumb, thumb, type ConformanceCases } from './conformance-case.ts'

const withAttributes = (...pairs: readonly (readonly [string, string])[]) => ({
  asked: { attributes: pairs.map(([key, value]) => ({ key, value })) },
  sent: { Attributes: Object.fromEntries(pairs) },
})

const linked = (contactId: string, ...pairs: readonly (readonly [string, string])[]) => {
  const { asked, sent } = withAttributes(...pairs)
  return {
    asked: { ...asked, link: { type: 'related', contactId } },
    sent: { ...sent, RelatedContactId: contactId },
  }
}

const continued = (contactId: string, ...pairs: readonly (readonly [string, string])[]) => {
  const { asked, sent } = withAttributes(...pairs)
  return {
    asked: { ...asked, link: { type: 'previous', contactId } },
    sent: { ...sent, PreviousContactId: contactId },
  }
}

const oneByteTooMany = {
  issues: [{ field: 'attributes', code: 'attributes-too-large', actual: 32_769, limit: 32_768 }],
  connect: 400,
} as const

const invalidKey = {
  issues: [{ field: 'attributes.0.key', code: 'attribute-key-invalid' }],
  connect: 400,
} as const

export const attributeCases: ConformanceCases = {
  accepted: [
    {
      rule: 'A one-letter key with a value of 32,767 bytes is exactly the limit.',
      ...withAttributes(['k', 'x'.repeat(32_767)]),
    },
    { rule: 'An é is two bytes.', ...withAttributes(['k', `${'é'.repeat(16_383)}x`]) },
    { rule: 'An emoji is four bytes.', ...withAttributes(['k', `${thumb.repeat(8_191)}xxx`]) },
    {
      rule: 'Keys count, and so do all attributes together.',
      ...withAttributes(['first', 'x'.repeat(16_379)], ['second', 'x'.repeat(16_378)]),
    },
    { rule: 'A value may be empty.', ...withAttributes(['k', '']) },
    { rule: 'A key may have letters, digits, dashes and underscores.', ...withAttributes(['aZ-0_9', 'x']) },
    {
      rule: 'Keys that JavaScript treats specially are ordinary keys.',
      ...withAttributes(['__proto__', 'x'], ['constructor', 'y'], ['toString', 'z'], ['1', 'one']),
    },
    {
      rule: 'Own and inherited attributes may have 32,768 bytes together.',
      ...linked('heavy', ['own', 'x'.repeat(12_765)]),
    },
    {
      rule: 'An inherited attribute that the task sets itself counts once.',
      ...linked('heavy', ['big', 'x'.repeat(32_765)]),
    },
    {
      rule: 'A task without attributes of its own inherits attributes too.',
      ...linked('heavy'),
      sent: { RelatedContactId: 'heavy' },
    },
  ],
  refused: [
    {
      rule: '32,769 bytes are one too many.',
      ...withAttributes(['kk', 'x'.repeat(32_767)]),
      ...oneByteTooMany,
    },
    {
      rule: '32,769 bytes in é are one too many.',
      ...withAttributes(['k', 'é'.repeat(16_384)]),
      ...oneByteTooMany,
    },
    {
      rule: '32,769 bytes in emoji are one too many.',
      ...withAttributes(['k', thumb.repeat(8_192)]),
      ...oneByteTooMany,
    },
    {
      rule: 'Own and inherited attributes of 32,769 bytes are one too many.',
      ...linked('heavy', ['own', 'x'.repeat(12_766)]),
      ...oneByteTooMany,
    },
    {
      rule: 'Attributes inherited along a chain count as well.',
      ...continued('heavy', ['own', 'x'.repeat(12_766)]),
      ...oneByteTooMany,
    },
    {
      rule: 'An inherited attribute named __proto__ counts as well.',
      ...linked('odd', ['own', 'x'.repeat(12_766)]),
      ...oneByteTooMany,
    },
    {
      rule: 'One value has at most 32,767 characters.',
      ...withAttributes(['k', 'x'.repeat(32_768)]),
      issues: [
        { field: 'attributes.0.value', code: 'attribute-text-too-long', actual: 32_768, limit: 32_767 },
        ...oneByteTooMany.issues,
      ],
      connect: 400,
    },
    {
      rule: 'A key must not be empty.',
      ...withAttributes(['', 'x']),
      issues: [{ field: 'attributes.0.key', code: 'attribute-key-missing' }],
      connect: 400,
    },
    { rule: 'A key must not have a space.', ...withAttributes(['a b', 'x']), ...invalidKey },
    { rule: 'A key must not have a full stop.', ...withAttributes(['a.b', 'x']), ...invalidKey },
    { rule: 'A key must not have a dollar sign.', ...withAttributes(['$x', 'x']), ...invalidKey },
    { rule: 'A key must not have an accent.', ...withAttributes(['é', 'x']), ...invalidKey },
    { rule: 'A key must not have a colon.', ...withAttributes(['connect:x', 'x']), ...invalidKey },
    {
      rule: 'A key must not have a zero-width space.',
      ...withAttributes(['order\u200bId', 'x']),
      issues: [
        { field: 'attributes.0.key', code: 'invisible-character', codePoint: 'U+200B', after: 'order' },
      ],
      connect: 400,
    },
    {
      rule: 'A key must not be of no-break spaces.',
      ...withAttributes(['\u00a0', 'x']),
      issues: [{ field: 'attributes.0.key', code: 'attribute-key-missing' }],
      connect: 400,
    },
    { rule: 'A key must not end in a line break.', ...withAttributes(['x\n', 'x']), ...invalidKey },
    { rule: 'A key must not hold half an emoji.', ...withAttributes([halfOfThumb, 'x']), ...invalidKey },
    {
      rule: 'A value must not hold half an emoji.',
      ...withAttributes(['k', halfOfThumb]),
      issues: [{ field: 'attributes.0.value', code: 'text-not-unicode' }],
      connect: 400,
    },
    {
      rule: 'A key must not be repeated.',
      ...withAttributes(['k', 'first'], ['k', 'second']),
      issues: [{ field: 'attributes.1.key', code: 'attribute-key-repeated' }],
      connect: 200,
      because: 'A map holds a key once, so Connect would get only one of the two.',
    },
  ],
}
