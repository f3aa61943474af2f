import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTask } from '../creating/check-task.ts'
import { formatFieldPath } from '../issues/field-path.ts'
import type { ReferenceDraft, ReferenceType } from '../fields/references/reference.ts'
import type { Issue } from '../issues/issues.ts'
import { findInvisible, invisibleAt, trimmedCode, trimmedText } from './invisible.ts'
import { prepare } from '../creating/prepare.ts'
import { emptyDraft } from '../task/task-draft.ts'
import type { TaskDraft, TaskRequest } from '../task/task-parts.ts'
import { isBlank } from './text.ts'
import { timeZoneOf } from '../time/zoned-time.ts'

const circumstances = { now: new Date('2026-11-02T12:00:00Z'), scheduleHorizonDays: 6 }

/** Prepares a draft as the panel does. */
const prepared = (draft: Partial<TaskDraft>) =>
  prepare(
    { ...emptyDraft, name: 'Call back', destination: 'flow:f', link: 'none', ...draft },
    { ...circumstances, timeZone: timeZoneOf('Europe/London') },
  )

const sent = (draft: Partial<TaskDraft>): TaskRequest | undefined => {
  const found = prepared(draft)
  return found.ok ? found.request : undefined
}

const wireIssueOf = ({ field, ...issue }: Issue) => Object.assign(issue, { field: formatFieldPath(field) })

/** Checks a request as the proxy does. */
function issuesOf(request: Partial<TaskRequest>) {
  const check = checkTask(
    {
      name: 'Call back',
      destination: { type: 'flow', flowId: 'f' },
      references: [],
      attributes: [],
      ...request,
    },
    circumstances,
  )
  return check.ok ? [] : check.issues.map(wireIssueOf)
}

/** Characters without a meaning at the ends of any text. */
const idle = ['\u200b', '\u00a0', '\u0085', '\ufeff', '\u2060', '\u00ad', '\u3000', '\u2028', '\u0007']
/** Characters that mean something in a text for people. */
const meaningful = ['\u200c', '\u200d', '\ufe0f', '\u200e', '\u2066', '\u{e0067}']

const runOf = (characters: readonly string[]) =>
  fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 4 }).map((run) => run.join(''))

const idleRun = runOf(idle)
const invisibleRun = runOf([...idle, ...meaningful])

const values = { URL: 'https://example.com/48213', NUMBER: '48213.50', EMAIL: 'ana@example.com' } as const
const codeTypes = ['URL', 'NUMBER', 'EMAIL'] as const

const reference = (type: ReferenceType, value: string, name = 'Order'): ReferenceDraft => ({
  name,
  type,
  value,
})

describe('characters that cannot be seen', () => {
  it('are taken from the ends of URLs, numbers, addresses and keys', () => {
    fc.assert(
      fc.property(invisibleRun, invisibleRun, fc.constantFrom(...codeTypes), (before, after, type) => {
        const around = (text: string) => `${before}${text}${after}`

        expect(
          sent({
            references: [reference(type, around(values[type]))],
            attributes: [{ key: around('orderId'), value: 'x' }],
          }),
        ).toMatchObject({
          references: [reference(type, values[type])],
          attributes: [{ key: 'orderId', value: 'x' }],
        })
      }),
    )
  })

  it('are taken from the ends of names, if they have no meaning there', () => {
    fc.assert(
      fc.property(idleRun, idleRun, (before, after) => {
        const around = (text: string) => `${before}${text}${after}`

        expect(
          sent({
            name: around('Call back'),
            description: around('She waits'),
            references: [reference('STRING', 'x', around('Order'))],
          }),
        ).toMatchObject({ name: 'Call back', description: 'She waits', references: [{ name: 'Order' }] })
      }),
    )
  })

  it('inside a URL, a number, an address or a key are refused by their code point, in panel and proxy', () => {
    const inside = fc.record({
      character: fc.constantFrom(...idle, '\u200e', '\u2066', '\u{e0067}'),
      type: fc.constantFrom(...codeTypes),
      at: fc.integer({ min: 1, max: 6 }),
    })
    fc.assert(
      fc.property(inside, ({ character, type, at }) => {
        const within = (text: string) => `${text.slice(0, at)}${character}${text.slice(at)}`
        const rows = {
          references: [reference(type, within(values[type]))],
          attributes: [{ key: within('orderId'), value: 'x' }],
        }
        const codePoint = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
        const issues = [
          {
            field: 'references.0.value',
            code: 'invisible-character',
            codePoint,
            after: values[type].slice(0, at),
          },
          {
            field: 'attributes.0.key',
            code: 'invisible-character',
            codePoint,
            after: 'orderId'.slice(0, at),
          },
        ]

        expect(issuesOf(rows)).toEqual(issues)
        expect(prepared(rows)).toMatchObject({
          issues: issues.map(({ code, codePoint: shown, after }) => ({ code, codePoint: shown, after })),
        })
      }),
    )
  })

  it('alone are no name, no key and no value, in panel and proxy', () => {
    fc.assert(
      fc.property(invisibleRun, (blank) => {
        const request = {
          name: blank,
          references: [
            reference('STRING', 'x', blank),
            reference('URL', blank),
            reference('STRING', blank, 'b'),
          ],
          attributes: [{ key: blank, value: 'x' }],
        }
        const codes = [
          'name-missing',
          'reference-name-missing',
          'reference-value-missing',
          'reference-value-missing',
          'attribute-key-missing',
        ]

        expect(issuesOf(request).map(({ code }) => code)).toEqual(codes)
        expect(prepared(request)).toMatchObject({ issues: codes.map((code) => ({ code })) })
      }),
    )
  })

  it('alone are no description, and no row', () => {
    fc.assert(
      fc.property(invisibleRun, (blank) => {
        const request = sent({ description: blank, attributes: [{ key: blank, value: '' }] })

        expect(request).toMatchObject({ attributes: [] })
        expect(request).not.toHaveProperty('description')
      }),
    )
  })

  it('with a meaning stay in names and texts', () => {
    const texts = [
      'می\u200cخواهم',
      'क्\u200dष',
      '👩\u200d👧',
      'I ❤\ufe0f',
      '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}',
      'שלום!\u200f',
    ]
    for (const text of texts) {
      const draft = {
        name: text,
        description: text,
        references: [reference('STRING', text, text)],
        attributes: [{ key: 'k', value: text }],
      }

      expect(sent(draft)).toMatchObject(draft)
      expect(issuesOf(draft)).toEqual([])
    }
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(...idle, ...meaningful, 'a', ' ', '👍', '\ud83d'), { maxLength: 12 })
    .map((all) => all.join('')),
)

describe('trimmedText and trimmedCode', () => {
  it('take away what String.trim takes, and never a character that can be seen', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const trim of [trimmedText, trimmedCode]) {
          const trimmed = trim(text)
          const [before = '', after = ''] = trimmed === '' ? [text] : text.split(trimmed)

          expect(trimmed).toBe(trimmed.trim())
          expect(trim(trimmed)).toBe(trimmed)
          expect(isBlank(before + after)).toBe(true)
        }
      }),
    )
  })

  it('need time in proportion to the length of a text', () => {
    const text = `a${'\u200b'.repeat(500_000)}b${' '.repeat(500_000)}`
    const begun = performance.now()

    expect(trimmedCode(text)).toHaveLength(500_002)
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})

describe('invisibleAt', () => {
  it.each([
    ['exam\u200bple', { codePoint: 'U+200B', after: 'exam' }],
    ['\u0085x', { codePoint: 'U+0085', after: '' }],
    ['a long text before it\ufeffx', { codePoint: 'U+FEFF', after: 'xt before it' }],
    ['👍\u{e0001}', { codePoint: 'U+E0001', after: '👍' }],
    ['seen by its gap', undefined],
  ])('finds in %j: %j', (text, found) => {
    const at = findInvisible(text)

    expect(at === -1 ? undefined : invisibleAt(text, at)).toEqual(found)
  })
})
