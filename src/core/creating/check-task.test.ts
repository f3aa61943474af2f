import { describe, expect, it } from 'vitest'
import { checkTask } from './check-task.ts'
import type { Circumstances } from '../task/circumstances.ts'
import type { TaskRequest } from '../task/task-parts.ts'

const now = new Date('2026-10-01T12:00:00Z')
const circumstances: Circumstances = { now, scheduleHorizonDays: 6 }

const request: TaskRequest = {
  name: 'Call back',
  destination: { type: 'flow', flowId: 'f' },
  references: [],
  attributes: [],
}

describe('checkTask', () => {
  it('makes a task of the fewest fields that a task needs', () => {
    expect(checkTask(request, circumstances)).toEqual({
      ok: true,
      task: {
        Name: 'Call back',
        ContactFlowId: 'f',
      },
    })
  })

  it('makes a task of all fields that a task may have', () => {
    const full: TaskRequest = {
      ...request,
      description: 'About the refund',
      link: { type: 'related', contactId: 'c' },
      references: [
        { name: 'Due', type: 'DATE', value: '2026-10-01T12:00:00Z' },
        { name: '__proto__', type: 'NUMBER', value: '-2.5' },
      ],
      attributes: [
        { key: '__proto__', value: '' },
        { key: '2', value: 'x' },
        { key: '1', value: 'y' },
      ],
      scheduledTime: new Date('2026-10-02T12:00:00.750Z'),
      expiryMinutes: 10_080,
    }

    expect(checkTask(full, circumstances)).toEqual({
      ok: true,
      task: {
        Name: 'Call back',
        Description: 'About the refund',
        ContactFlowId: 'f',
        RelatedContactId: 'c',
        References: Object.fromEntries([
          ['Due', { Type: 'DATE', Value: '1790856000' }],
          ['__proto__', { Type: 'NUMBER', Value: '-2.5' }],
        ]),
        Attributes: Object.fromEntries([
          ['__proto__', ''],
          ['2', 'x'],
          ['1', 'y'],
        ]),
        ScheduledTime: new Date('2026-10-02T12:00:00Z'),
        SegmentAttributes: {
          'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 10_080 } } },
        },
      },
    })
  })

  it('leaves an empty description out of the task', () => {
    expect(checkTask({ ...request, description: '' }, circumstances)).toEqual(
      checkTask(request, circumstances),
    )
  })

  it('reports every complaint, in the order of the form', () => {
    const wrong: TaskRequest = {
      name: ' ',
      description: '\ud83d',
      link: { type: 'previous', contactId: 'c' },
      references: [{ name: '', type: 'URL', value: 'www.x.com' }],
      attributes: [{ key: 'é', value: 'x' }],
      scheduledTime: now,
    }

    expect(checkTask(wrong, { ...circumstances, linkedContact: { channel: 'email' } })).toEqual({
      ok: false,
      issues: [
        { field: 'name', code: 'name-missing' },
        { field: 'description', code: 'text-not-unicode' },
        { field: 'destination', code: 'destination-missing' },
        { field: 'scheduledTime', code: 'schedule-past' },
        { field: 'link', code: 'link-previous-not-for-email' },
        { field: { list: 'references', row: 0, member: 'name' }, code: 'reference-name-missing' },
        { field: { list: 'references', row: 0, member: 'value' }, code: 'reference-url-invalid' },
        { field: { list: 'attributes', row: 0, member: 'key' }, code: 'attribute-key-invalid' },
      ],
    })
  })

  it.each([
    ['ASCII letters', 'x'],
    ['é', 'é'],
    ['emoji', '👍'],
  ])('accepts a name of 1,024 and a description of 4,096 %s', (_, character) => {
    const longest = { name: character.repeat(1_024), description: character.repeat(4_096) }

    expect(checkTask({ ...request, ...longest }, circumstances)).toMatchObject({
      ok: true,
      task: { Name: longest.name, Description: longest.description },
    })
  })

  it.each([
    ['ASCII letters', 'x'],
    ['é', 'é'],
    ['emoji', '👍'],
  ])('refuses a name of 1,025 and a description of 4,097 %s', (_, character) => {
    const tooLong = { name: character.repeat(1_025), description: character.repeat(4_097) }

    expect(checkTask({ ...request, ...tooLong }, circumstances)).toEqual({
      ok: false,
      issues: [
        { field: 'name', code: 'name-too-long', actual: 1_025, limit: 1_024 },
        { field: 'description', code: 'description-too-long', actual: 4_097, limit: 4_096 },
      ],
    })
  })

  it('refuses half an emoji in a name', () => {
    expect(checkTask({ ...request, name: 'x\udc4d' }, circumstances)).toEqual({
      ok: false,
      issues: [{ field: 'name', code: 'text-not-unicode' }],
    })
  })

  it('lists so many issues of rows, counts the others, and lists every issue of a whole field', () => {
    const references = ['1', '2', '3'].map((value) => ({ name: '', type: 'STRING' as const, value }))
    const attributes = ['a b', 'a', 'a'].map((key) => ({ key, value: 'x'.repeat(11_000) }))

    expect(checkTask({ ...request, name: '', references, attributes }, circumstances, 4)).toEqual({
      ok: false,
      issues: [
        { field: 'name', code: 'name-missing' },
        ...[0, 1, 2].map((row) => ({
          field: { list: 'references', row, member: 'name' },
          code: 'reference-name-missing',
        })),
        { field: { list: 'attributes', row: 0, member: 'key' }, code: 'attribute-key-invalid' },
        { field: 'attributes', code: 'attributes-too-large', actual: 33_005, limit: 32_768 },
      ],
      issuesLeftOut: 1,
    })
  })

  it('lists every issue of a row for the panel, which shows each at its row', () => {
    const attributes = Array.from({ length: 500 }, () => ({ key: ' ', value: '\ud83d' }))
    const check = checkTask({ ...request, attributes }, circumstances)

    expect(check).not.toHaveProperty('issuesLeftOut')
    expect(check).toMatchObject({ issues: { length: 1_000 } })
  })

  describe('about the linked contact', () => {
    const heavy = { attributes: [{ key: 'theirs', value: 'x'.repeat(20_000) }] }
    const withAttributes = { ...request, attributes: [{ key: 'own', value: 'x'.repeat(20_000) }] }
    const link = { type: 'related', contactId: 'c' } as const

    it('counts its attributes when the task is linked', () => {
      expect(checkTask({ ...withAttributes, link }, { ...circumstances, linkedContact: heavy })).toEqual({
        ok: false,
        issues: [{ field: 'attributes', code: 'attributes-too-large', actual: 40_009, limit: 32_768 }],
      })
    })

    it('inherits nothing when the task is not linked', () => {
      expect(checkTask(withAttributes, { ...circumstances, linkedContact: heavy })).toMatchObject({
        ok: true,
      })
    })

    it('checks only the task’s own attributes when those of the contact could not be read', () => {
      expect(checkTask({ ...withAttributes, link }, circumstances)).toMatchObject({ ok: true })
      expect(
        checkTask({ ...withAttributes, link }, { ...circumstances, linkedContact: { channel: 'chat' } }),
      ).toMatchObject({ ok: true })
    })
  })
})
