import { describe, expect, it } from 'vitest'
import { createTaskSchema } from '../contract/tasks.ts'
import { readDraft, emptyDraft } from './task-draft.ts'
import { startTaskContact } from './start-task-contact.ts'
import { checkTask, type Circumstances, type TaskRequest } from './task.ts'

/* What Connect documents about StartTaskContact, rule by rule, from a request to the parameters that are sent. */

const now = new Date('2026-10-01T12:00:00.000Z')
const hour = 3_600_000
const day = 24 * hour

const flow = { type: 'flow', flowId: 'F' } as const
const callBack: TaskRequest = { name: 'Call back', destination: flow, references: [], attributes: [] }
const origin = { instanceId: 'I', createdByUserArn: 'arn', clientToken: 'T' }

/** The parameters sent for a request, or the codes of what is refused before any call. */
function outcome(edit: Partial<TaskRequest>, circumstances: Partial<Circumstances> = {}) {
  const check = checkTask({ ...callBack, ...edit }, { now, scheduleHorizonDays: 6, ...circumstances })
  return check.ok
    ? { sent: startTaskContact(check.task, origin) }
    : { refused: check.issues.map(({ code }) => code) }
}

const withReference = (type: 'URL' | 'NUMBER' | 'STRING' | 'DATE' | 'EMAIL', value: string) => ({
  references: [{ name: 'n', type, value }],
})

describe('flow sources and links', () => {
  it('a related link is sent as RelatedContactId alone', () => {
    expect(outcome({ link: { type: 'related', contactId: 'C' } })).toStrictEqual({
      sent: {
        InstanceId: 'I',
        Name: 'Call back',
        ContactFlowId: 'F',
        RelatedContactId: 'C',
        ClientToken: 'T',
        SegmentAttributes: { 'connect:CreatedByUser': { ValueString: 'arn' } },
      },
    })
  })

  it('a chained link is sent as PreviousContactId alone', () => {
    const { sent } = outcome({ link: { type: 'previous', contactId: 'C' } })

    expect(sent).toMatchObject({ PreviousContactId: 'C' })
    expect(sent).not.toHaveProperty('RelatedContactId')
  })

  it('a task without a flow source is refused', () => {
    const { destination: _, ...withoutFlow } = callBack

    expect(checkTask(withoutFlow, { now, scheduleHorizonDays: 6 })).toMatchObject({
      ok: false,
      issues: [{ field: 'destination', code: 'destination-missing' }],
    })
  })
})

describe('names and descriptions', () => {
  it('a name of 1,024 characters is sent', () => {
    expect(outcome({ name: 'x'.repeat(1_024) })).toMatchObject({ sent: { Name: 'x'.repeat(1_024) } })
  })

  it('a name of 1,025 characters is refused', () => {
    expect(outcome({ name: 'x'.repeat(1_025) })).toEqual({ refused: ['name-too-long'] })
  })

  it.each(['', '   '])('a name of %j is refused: it is required', (name) => {
    expect(outcome({ name })).toEqual({ refused: ['name-missing'] })
  })

  it('a description of 4,096 characters is sent', () => {
    const description = 'x'.repeat(4_096)

    expect(outcome({ description })).toMatchObject({ sent: { Description: description } })
  })

  it('a description of 4,097 characters is refused', () => {
    expect(outcome({ description: 'x'.repeat(4_097) })).toEqual({ refused: ['description-too-long'] })
  })
})

describe('attributes', () => {
  it('a one-letter key with a value of 32,767 bytes is sent: exactly the limit', () => {
    const value = 'x'.repeat(32_767)

    expect(outcome({ attributes: [{ key: 'k', value }] })).toMatchObject({
      sent: { Attributes: { k: value } },
    })
  })

  it.each([
    ['a b', 'attribute-key-invalid'],
    ['a.b', 'attribute-key-invalid'],
    ['$x', 'attribute-key-invalid'],
    ['é', 'attribute-key-invalid'],
    ['', 'attribute-key-missing'],
  ])('the key %j is refused', (key, code) => {
    expect(outcome({ attributes: [{ key, value: 'x' }] })).toEqual({ refused: [code] })
  })

  it('an empty value is sent', () => {
    expect(outcome({ attributes: [{ key: 'k', value: '' }] })).toMatchObject({
      sent: { Attributes: { k: '' } },
    })
  })

  it('20,000 own bytes beside 20,000 inherited ones are refused: the limit is per contact', () => {
    const edit: Partial<TaskRequest> = {
      link: { type: 'related', contactId: 'C' },
      attributes: [{ key: 'own', value: 'x'.repeat(19_997) }],
    }
    const linkedContact = { attributes: [{ key: 'theirs', value: 'x'.repeat(19_994) }] }

    expect(outcome(edit, { linkedContact })).toEqual({ refused: ['attributes-too-large'] })
  })
})

describe('references', () => {
  it('a DATE is sent as a text of epoch seconds', () => {
    expect(outcome(withReference('DATE', '2026-10-01T12:00:00Z'))).toMatchObject({
      sent: { References: { n: { Type: 'DATE', Value: '1790856000' } } },
    })
  })

  it.each(['15', '-2.5'])('the NUMBER %s is sent as a text', (value) => {
    expect(outcome(withReference('NUMBER', value))).toMatchObject({
      sent: { References: { n: { Type: 'NUMBER', Value: value } } },
    })
  })

  it.each([
    ['1,5', 'reference-number-invalid'],
    ['abc', 'reference-number-invalid'],
    ['NaN', 'reference-number-invalid'],
    [' ', 'reference-value-missing'],
  ])('the NUMBER %j is refused', (value, code) => {
    expect(outcome(withReference('NUMBER', value))).toEqual({ refused: [code] })
  })

  it.each(['javascript:alert(1)', 'www.x.com'])('the URL %s is refused: no absolute web address', (value) => {
    expect(outcome(withReference('URL', value))).toEqual({ refused: ['reference-url-invalid'] })
  })

  it('the EMAIL a@b is sent: an address by the HTML standard', () => {
    expect(outcome(withReference('EMAIL', 'a@b'))).toMatchObject({
      sent: { References: { n: { Type: 'EMAIL', Value: 'a@b' } } },
    })
  })

  it('the EMAIL "a b@c.d" is refused', () => {
    expect(outcome(withReference('EMAIL', 'a b@c.d'))).toEqual({ refused: ['reference-email-invalid'] })
  })

  it.each(['ATTACHMENT', 'EMAIL_MESSAGE', 'CONTACT_ANALYSIS'])(
    'the type %s is refused at creation',
    (type) => {
      const body = {
        clientToken: 'T',
        name: 'Call back',
        destination: flow,
        references: [{ name: 'n', type, value: 'x' }],
      }

      expect(createTaskSchema.safeParse(body).success).toBe(false)
    },
  )

  it('a one-letter name with a value of 4,096 bytes is refused: 4,097 over all references', () => {
    expect(outcome(withReference('STRING', 'x'.repeat(4_096)))).toEqual({ refused: ['references-too-large'] })
  })

  it('the name __proto__ is sent as an own key', () => {
    const { sent } = outcome({ references: [{ name: '__proto__', type: 'STRING', value: 'x' }] })

    expect(JSON.stringify(sent?.References)).toBe('{"__proto__":{"Type":"STRING","Value":"x"}}')
  })

  it('the attribute key __proto__ is sent as an own key', () => {
    const { sent } = outcome({ attributes: [{ key: '__proto__', value: 'x' }] })

    expect(JSON.stringify(sent?.Attributes)).toBe('{"__proto__":"x"}')
  })
})

describe('schedule and expiry', () => {
  it('a time with a fraction is sent in whole seconds', () => {
    expect(outcome({ scheduledTime: new Date(now.getTime() + hour + 123) })).toMatchObject({
      sent: { ScheduledTime: new Date(now.getTime() + hour) },
    })
  })

  it.each([
    ['in the past', -hour],
    ['equal to now', 0],
  ])('a time %s is refused', (_, ahead) => {
    expect(outcome({ scheduledTime: new Date(now.getTime() + ahead) })).toEqual({
      refused: ['schedule-past'],
    })
  })

  it('30 days ahead without an expiry is refused: the task would expire after 7', () => {
    expect(
      outcome({ scheduledTime: new Date(now.getTime() + 30 * day) }, { scheduleHorizonDays: 90 }),
    ).toEqual({ refused: ['expiry-not-after-schedule'] })
  })

  it('30 days ahead with an expiry of 60 days is sent, the expiry in minutes', () => {
    const scheduledTime = new Date(now.getTime() + 30 * day)

    expect(outcome({ scheduledTime, expiryMinutes: 86_400 }, { scheduleHorizonDays: 90 })).toMatchObject({
      sent: {
        ScheduledTime: scheduledTime,
        SegmentAttributes: {
          'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 86_400 } } },
        },
      },
    })
  })

  it('a local time in a gap of the clocks is no instant, and nothing is sent for it', () => {
    const schedule = { when: 'later', date: '2027-03-14', time: '02:30', occurrence: 'first' } as const
    const setting = { timeZone: 'America/New_York', scheduleHorizonDays: 6 }

    expect(readDraft({ ...emptyDraft, schedule }, setting).issues).toEqual([
      { field: 'scheduledTime', code: 'schedule-time-skipped' },
    ])
  })

  it('an expiry of 129,600 minutes is sent', () => {
    expect(outcome({ expiryMinutes: 129_600 })).toMatchObject({
      sent: {
        SegmentAttributes: {
          'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 129_600 } } },
        },
      },
    })
  })

  it('an expiry of 129,601 minutes is refused', () => {
    expect(outcome({ expiryMinutes: 129_601 })).toEqual({ refused: ['expiry-too-long'] })
  })
})
