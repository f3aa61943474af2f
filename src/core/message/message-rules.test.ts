import { describe, expect, it } from 'vitest'
import { formatFieldPath } from '../issues/field-path.ts'
import { checkMessage, type MessageCheck } from './check-message.ts'
import {
  messageCircumstances,
  messageDraft,
  messageRequest,
  messageRules,
  smsNumber,
  whatsAppNumber,
} from './message-harness.ts'
import type { MessageDraft, MessageRequest, MessageRules } from './message-parts.ts'
import {
  blankMessageDraft,
  messageDraftUnder,
  prepareMessage,
  type PreparedMessage,
} from './prepare-message.ts'

const x = (length: number) => 'x'.repeat(length)

const textOf = (text: string) => ({ message: { type: 'text', text } }) as const

const templateOf = (templateId: string, ...values: readonly (readonly [string, string])[]) =>
  ({
    channel: 'whatsapp',
    from: whatsAppNumber,
    message: { type: 'template', templateId, values: values.map(([name, value]) => ({ name, value })) },
  }) as const

const issuesOf = (check: MessageCheck | PreparedMessage): readonly string[] =>
  check.ok ? [] : check.issues.map(({ field, code }) => `${formatFieldPath(field)} ${code}`)

/** The issues that the proxy finds in a request. */
function checked(request: Partial<MessageRequest>, rules: Partial<MessageRules> = {}): readonly string[] {
  const check = checkMessage(messageRequest(request), messageCircumstances(rules))
  return issuesOf(check)
}

/** The issues that the panel finds in a draft. */
function prepared(draft: Partial<MessageDraft>, rules: Partial<MessageRules> = {}): readonly string[] {
  const result = prepareMessage(messageDraft(draft), messageCircumstances(rules))
  return issuesOf(result)
}

type Case = readonly [string, Partial<MessageRequest>, Partial<MessageRules>]
type RefusedCase = readonly [...Case, string]

describe('a request is taken', () => {
  it.each<Case>([
    ['with 1,024 characters', textOf(x(1_024)), {}],
    ['with 1,530 septets', textOf('€'.repeat(765)), {}],
    ['with 630 characters beyond GSM-7', textOf('漢'.repeat(630)), {}],
    [
      'with one of the texts of the organisation',
      textOf('Hello'),
      { freeText: false, texts: [{ textId: 'h', name: 'H', text: ' Hello ' }] },
    ],
    ['with every value of the template', templateOf('parcel', ['day', 'Friday'], ['name', 'Ana']), {}],
    ['with a value of 4,096 characters', templateOf('parcel', ['day', x(4_096)], ['name', 'Ana']), {}],
    ['for a chat of 60 minutes', { durationMinutes: 60 }, {}],
    ['for a chat of 10,080 minutes', { durationMinutes: 10_080 }, {}],
    ['with a name of 256 characters', { displayName: x(256) }, {}],
    ['to any number where anyone may get one', { to: '+12065550100' }, { recipients: 'anyone' }],
    ['to a number of an allowed country', { to: '+12065550100' }, { recipients: 'some', countries: ['US'] }],
    [
      'to a number with an allowed prefix',
      { to: '+12065550100' },
      { recipients: 'some', countries: ['GB'], prefixes: ['+1206'] },
    ],
    [
      'to the customer of the contact where only others are listed',
      {},
      { recipients: 'some', countries: ['US'] },
    ],
    ['as quiet hours end', {}, { quietUntil: '2027-01-01T12:00:00Z' }],
    ['as the interval ends', {}, { nextMessageAt: '2027-01-01T12:00:00Z' }],
    [
      'with a locked attribute that it has as it must be',
      { attributes: [{ key: 'source', value: 'panel' }] },
      { attributes: { isLocked: true, byKey: { source: { default: 'panel', isLocked: true } } } },
    ],
  ])('%s', (_, request, rules) => {
    expect(checked(request, rules)).toEqual([])
  })

  it.each<Partial<MessageRules>>([{ recipients: 'anyone' }, { recipients: 'some', countries: ['GG'] }])(
    'without a link where others than the customer may get one: %j',
    (rules) => {
      expect(issuesOf(checkMessage(withoutLink(), messageCircumstances(rules)))).toEqual([])
    },
  )

  it('with the duration and the locked attribute of the rules, where it says nothing', () => {
    const attributes = { byKey: { source: { default: 'panel', isHidden: true } } }
    const check = checkMessage(messageRequest(), messageCircumstances({ durationMinutes: 120, attributes }))

    expect(check).toMatchObject({
      message: { ChatDurationInMinutes: 120, Attributes: { source: 'panel' } },
    })
  })
})

function withoutLink(): MessageRequest {
  const { link: _, ...request } = messageRequest()
  return request
}

describe('a request is refused', () => {
  it.each<RefusedCase>([
    ['with 1,025 characters', textOf(x(1_025)), {}, 'text text-too-long'],
    ['with 1,025 emoji', textOf('👍'.repeat(1_025)), {}, 'text text-too-long'],
    ['with 1,531 septets', textOf(`${'€'.repeat(765)}x`), {}, 'text text-too-long-in-gsm-7'],
    ['with 631 characters beyond GSM-7', textOf('漢'.repeat(631)), {}, 'text text-too-long-in-ucs-2'],
    ['with 316 emoji, which are two units each', textOf('👍'.repeat(316)), {}, 'text text-too-long-in-ucs-2'],
    ['without a text', textOf(''), {}, 'text text-missing'],
    ['with nothing to see in its text', textOf('\u200b\n'), {}, 'text text-missing'],
    ['with half an emoji', textOf('Hello \ud83d'), {}, 'text text-not-unicode'],
    [
      'with another text than those of the organisation',
      textOf('Hi'),
      { freeText: false, texts: [{ textId: 'h', name: 'H', text: 'Hello' }] },
      'text text-not-allowed',
    ],
    ['with a text for WhatsApp', { ...templateOf(''), ...textOf('Hello') }, {}, 'template template-missing'],
    ['without a template for WhatsApp', templateOf(''), {}, 'template template-missing'],
    ['with a template that is not offered', templateOf('other'), {}, 'template template-not-offered'],
    ['with a template of another channel', templateOf('reminder'), {}, 'template template-not-offered'],
    [
      'without a value of the template',
      templateOf('parcel', ['day', 'Friday']),
      {},
      'templateValues template-value-required',
    ],
    [
      'with a value that is empty',
      templateOf('parcel', ['day', ' '], ['name', 'Ana']),
      {},
      'templateValues.0.value template-value-missing',
    ],
    [
      'with a value of 4,097 characters',
      templateOf('parcel', ['day', x(4_097)], ['name', 'Ana']),
      {},
      'templateValues.0.value template-value-too-long',
    ],
    [
      'with half an emoji in a value',
      templateOf('parcel', ['name', 'Ana'], ['day', '\ud83d']),
      {},
      'templateValues.1.value text-not-unicode',
    ],
    [
      'with a value that the template does not ask for',
      templateOf('parcel', ['day', 'x'], ['name', 'Ana'], ['mood', 'y']),
      {},
      'templateValues.2.name template-value-unknown',
    ],
    [
      'with a value twice',
      templateOf('parcel', ['day', 'x'], ['name', 'Ana'], ['day', 'y']),
      {},
      'templateValues.2.name template-value-repeated',
    ],
    ['for a chat of 59 minutes', { durationMinutes: 59 }, {}, 'duration duration-too-short'],
    ['for a chat of 10,081 minutes', { durationMinutes: 10_081 }, {}, 'duration duration-too-long'],
    ['for a chat of half a minute more', { durationMinutes: 60.5 }, {}, 'duration duration-not-whole'],
    [
      'for a chat of no number of minutes',
      { durationMinutes: Number.NaN },
      {},
      'duration duration-not-whole',
    ],
    ['with a name of 257 characters', { displayName: x(257) }, {}, 'displayName display-name-too-long'],
    ['with half an emoji in the name', { displayName: '\udc4d' }, {}, 'displayName text-not-unicode'],
    ['from no number', { from: '' }, {}, 'from sender-missing'],
    ['from a number of another channel', { from: whatsAppNumber }, {}, 'from sender-not-offered'],
    ['from an unknown number', { from: 'p9' }, {}, 'from sender-not-offered'],
    ['to a flow that is not offered', { flowId: 'flow-2' }, {}, 'flow flow-not-offered'],
    ['to no flow', { flowId: '' }, {}, 'flow flow-missing'],
    ['to a number as at home', { to: '07911 123456' }, {}, 'to number-country-missing'],
    ['to a number with blanks', { to: '+44 7911 123456' }, {}, 'to number-invalid'],
    ['to a number with a scheme', { to: 'tel:+447911123456' }, {}, 'to number-scheme'],
    ['to a number that begins with 0', { to: '+0155' }, {}, 'to number-invalid'],
    ['to no number', { to: '' }, {}, 'to number-missing'],
    ['to another number than the customer’s', { to: '+447911123457' }, {}, 'to recipient-not-customer'],
    [
      'to a number of another country',
      { to: '+442079460958' },
      { recipients: 'some', countries: ['US'] },
      'to recipient-not-allowed',
    ],
    [
      'to a number that could be of another country',
      { to: '+15555550100' },
      { recipients: 'some', countries: ['US'] },
      'to recipient-not-allowed',
    ],
    [
      'to a number without the prefix',
      { to: '+12065550100' },
      { recipients: 'some', prefixes: ['+1207'] },
      'to recipient-not-allowed',
    ],
    [
      'to a number where none is listed',
      { to: '+12065550100' },
      { recipients: 'some' },
      'to recipient-not-allowed',
    ],
    ['in quiet hours', {}, { quietUntil: '2027-01-01T12:00:01Z' }, 'to quiet-hours'],
    ['where it is always quiet', {}, { isAlwaysQuiet: true }, 'to quiet-hours'],
    ['before the interval ends', {}, { nextMessageAt: '2027-01-01T12:00:01Z' }, 'to message-interval'],
    ['without consent', { hasConsent: false }, {}, 'consent consent-missing'],
    [
      'with an attribute that is locked',
      { attributes: [{ key: 'vip', value: 'y' }] },
      { attributes: { isLocked: true } },
      'attributes.0.key attribute-not-allowed',
    ],
    [
      'with attributes beyond 32,768 bytes',
      { attributes: [{ key: 'ab', value: x(32_767) }] },
      {},
      'attributes attributes-too-large',
    ],
  ])('%s', (_, request, rules, issue) => {
    expect(checked(request, rules)).toEqual([issue])
  })

  it('without a link where only the customer of a contact may get one', () => {
    expect(issuesOf(checkMessage(withoutLink(), messageCircumstances()))).toEqual(['link field-required'])
  })

  it('on a channel that has no template', () => {
    expect(checked(templateOf('parcel'), { templates: [] })).toContain('channel channel-not-offered')
  })

  it('to a number of no country where only numbers of countries may get one', () => {
    const satellite = '+881612345678'

    expect(checked({ to: satellite }, { recipients: 'some', countries: ['US'] })).toEqual([
      'to recipient-not-allowed',
    ])
    expect(checked({ to: satellite }, { recipients: 'some', prefixes: ['+8816'] })).toEqual([])
  })

  it('where Connect knows no number of the customer', () => {
    const { customerNumber: _, ...rules } = messageRules

    expect(checkMessage(messageRequest(), { now: new Date(), rules })).toMatchObject({
      issues: [{ field: 'to', code: 'recipient-unknown' }],
    })
  })

  it('with inherited attributes that leave no room for its own', () => {
    const linkedContact = { attributes: [{ key: 'a', value: x(32_000) }] }
    const request = messageRequest({ attributes: [{ key: 'b', value: x(1_000) }] })

    expect(checkMessage(request, { ...messageCircumstances(), linkedContact })).toMatchObject({
      issues: [{ field: 'attributes', code: 'attributes-too-large' }],
    })
  })

  it('with only so many issues of rows listed', () => {
    const request = messageRequest({ attributes: Array.from({ length: 5 }, () => ({ key: '', value: '' })) })

    expect(checkMessage(request, messageCircumstances(), 2)).toMatchObject({
      issues: [{ code: 'attribute-key-missing' }, { code: 'attribute-key-missing' }],
      issuesLeftOut: 3,
    })
    expect(checkMessage(request, messageCircumstances(), 4)).toHaveProperty('issuesLeftOut', 1)
    expect(checkMessage(request, messageCircumstances(), 5)).not.toHaveProperty('issuesLeftOut')
  })
})

describe('a draft', () => {
  it.each<readonly [string, Partial<MessageDraft>, readonly string[]]>([
    ['with a number that cannot be read', { to: '12' }, ['to number-invalid']],
    [
      'with a duration of words',
      { duration: { amount: 'long', unit: 'hours' } },
      ['duration duration-not-whole'],
    ],
    ['with half an hour', { duration: { amount: '0.5', unit: 'hours' } }, ['duration duration-too-short']],
    ['with 8 days', { duration: { amount: '8', unit: 'days' } }, ['duration duration-too-long']],
    ['with 7 days', { duration: { amount: '7', unit: 'days' } }, []],
    ['with a row that is empty', { attributes: [{ key: '', value: '' }] }, []],
    [
      'with a key that is wrong in its second row',
      {
        attributes: [
          { key: '', value: '' },
          { key: 'a b', value: '' },
        ],
      },
      ['attributes.1.key attribute-key-invalid'],
    ],
    ['with a name of blanks, which is none', { displayName: ' ' }, []],
  ])('%s is judged at its fields', (_, draft, issues) => {
    expect(prepared(draft)).toEqual(issues)
  })

  it('without a contact is linked to none', () => {
    const { contactId: _, ...known } = messageCircumstances({ recipients: 'anyone' })

    expect(prepareMessage(messageDraft(), known)).toMatchObject({ ok: true })
    expect(prepareMessage(messageDraft(), known)).not.toHaveProperty('request.link')
  })

  it('under the rules of today has only what they offer', () => {
    const draft = messageDraft({
      channel: 'whatsapp',
      from: 'gone',
      to: '+1 206 555 0100',
      templateId: 'parcel',
      templateValues: [
        { name: 'day', value: 'Friday' },
        { name: 'gone', value: 'x' },
      ],
      flowId: 'gone',
      link: 'none',
    })

    expect(messageDraftUnder(draft, messageRules)).toMatchObject({
      channel: 'whatsapp',
      from: whatsAppNumber,
      to: '+44 7911 123456',
      templateId: 'parcel',
      templateValues: [
        { name: 'name', value: '' },
        { name: 'day', value: 'Friday' },
      ],
      flowId: 'flow-1',
      link: 'related',
    })
    expect(messageDraftUnder(draft, { ...messageRules, templates: [] })).toMatchObject({
      channel: 'sms',
      from: smsNumber,
      templateId: '',
      templateValues: [],
    })
  })

  it('begins with the default of several senders and flows, and with none where none is the default', () => {
    const senders = [...messageRules.senders, { phoneNumberId: 'p3', channels: ['sms' as const] }]
    const flows = [...messageRules.flows, { flowId: 'flow-2', name: 'Other' }]
    const rules = { ...messageRules, senders, flows }

    expect(blankMessageDraft(rules, 'c')).toMatchObject({ from: '', flowId: '' })
    expect(blankMessageDraft({ ...rules, defaultFrom: 'p3', defaultFlowId: 'flow-2' }, 'c')).toMatchObject({
      from: 'p3',
      flowId: 'flow-2',
    })
  })

  it('begins with the only text, or the only template, where the agent may write none', () => {
    const texts = [{ textId: 'h', name: 'H', text: 'Hello' }]

    expect(blankMessageDraft({ ...messageRules, freeText: false, templates: [], texts }, 'c')).toMatchObject({
      text: 'Hello',
      templateId: '',
    })
    expect(blankMessageDraft({ ...messageRules, freeText: false }, 'c')).toMatchObject({
      text: '',
      templateId: 'reminder',
    })
    expect(blankMessageDraft({ ...messageRules, freeText: false, texts }, 'c')).toMatchObject({
      text: '',
      templateId: '',
    })
  })
})
