import { halfOfThumb, thumb, type ConformanceCases } from './conformance-case.ts'

const named = (name: string) => ({ asked: { name }, sent: { Name: name } })
const described = (description: string) => ({ asked: { description }, sent: { Description: description } })

const tooLong = (field: 'name' | 'description', actual: number, limit: number) =>
  [{ field, code: `${field}-too-long` as const, actual, limit }] as const

const blank = {
  issues: [{ field: 'name', code: 'name-missing' }],
  connect: 200,
  because: 'An agent picks a task by its name.',
} as const

export const textCases: ConformanceCases = {
  accepted: [
    { rule: 'A name and a flow make a task.', asked: {}, sent: {} },
    { rule: 'A name may have 1,024 characters.', ...named('x'.repeat(1_024)) },
    { rule: 'An emoji is one character of a name.', ...named(thumb.repeat(1_024)) },
    { rule: 'A name may be in any script.', ...named('Zoë rückrufen 例え 👩‍👧 \u200f') },
    { rule: 'A description may have 4,096 characters.', ...described('x'.repeat(4_096)) },
    { rule: 'An emoji is one character of a description.', ...described(thumb.repeat(4_096)) },
    { rule: 'A description may have line breaks.', ...described('first\nsecond\r\n\tthird') },
    { rule: 'An empty description is not sent.', asked: { description: '' }, sent: {} },
  ],
  refused: [
    {
      rule: 'A name of 1,025 characters is too long.',
      ...named('x'.repeat(1_025)),
      issues: tooLong('name', 1_025, 1_024),
      connect: 400,
    },
    {
      rule: 'A name of 1,025 emoji is too long.',
      ...named(thumb.repeat(1_025)),
      issues: tooLong('name', 1_025, 1_024),
      connect: 400,
    },
    { rule: 'A name must not be empty.', ...named(''), ...blank },
    { rule: 'A name must not be spaces.', ...named('   '), ...blank },
    { rule: 'A name must not be no-break spaces and line breaks.', ...named('\u00a0\n'), ...blank },
    { rule: 'A name must not be zero-width spaces.', ...named('\u200b\u2060\ufeff'), ...blank },
    { rule: 'A name must not be joiners without letters.', ...named('\u200c\u200d'), ...blank },
    { rule: 'A name must not be next-line characters.', ...named('\u0085'), ...blank },
    {
      rule: 'A name must not hold half an emoji.',
      ...named(`Call ${halfOfThumb}`),
      issues: [{ field: 'name', code: 'text-not-unicode' }],
      connect: 400,
    },
    {
      rule: 'A description of 4,097 characters is too long.',
      ...described('x'.repeat(4_097)),
      issues: tooLong('description', 4_097, 4_096),
      connect: 400,
    },
    {
      rule: 'A description of 4,097 emoji is too long.',
      ...described(thumb.repeat(4_097)),
      issues: tooLong('description', 4_097, 4_096),
      connect: 400,
    },
    {
      rule: 'A description must not hold half an emoji.',
      ...described(halfOfThumb),
      issues: [{ field: 'description', code: 'text-not-unicode' }],
      connect: 400,
    },
  ],
  malformed: [
    {
      rule: 'A task must have a name.',
      asked: { name: undefined },
      sent: { Name: undefined },
      detail: 'Expected string at name.',
      connect: 400,
    },
  ],
}
