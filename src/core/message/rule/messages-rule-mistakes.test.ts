import { describe, expect, it } from 'vitest'
import { smsScalarLimit } from '../fields/content/text.ts'
import { displayNameScalarLimit } from '../fields/display-name.ts'
import type { MessagesRule } from './messages-rule.ts'
import { messagesRuleMistakes } from './messages-rule-mistakes.ts'

const sender = { phoneNumberId: 'p1' }
const parcel = { templateId: 't1', knowledgeBaseId: 'kb', name: 'Parcel', channel: 'whatsapp' as const }
const hello = { textId: 'hello', name: 'Hello', text: 'Hello' }

const told = (rule: MessagesRule) =>
  messagesRuleMistakes(rule).map(({ path, code }) => `${path.join('.')} ${code}`)

describe('a rule about messages', () => {
  it.each<readonly [string, MessagesRule]>([
    ['that says nothing', {}],
    [
      'that says everything',
      {
        senders: [
          { ...sender, name: 'Shop', channels: ['sms', 'whatsapp'], queues: ['q1'] },
          { phoneNumberId: 'p2', queues: ['q2'] },
        ],
        flows: ['f1', 'f2'],
        recipients: { countries: ['GB', 'DE'], prefixes: ['+1', '+123456789012345'] },
        quietHours: {
          from: '20:00',
          to: '08:00',
          timeZone: 'Europe/London',
          assumeTimeZone: true,
          timeZoneAttribute: 'tz',
        },
        everyMinutes: 10,
        defaultCountry: 'GB',
        texts: [hello, { textId: 'bye', name: 'Bye', text: 'x'.repeat(smsScalarLimit) }],
        freeText: false,
        templates: [
          { ...parcel, preview: 'Your parcel is here.' },
          {
            ...parcel,
            templateId: 't2',
            channel: 'sms',
            attributes: ['name', 'day'],
            preview: 'Hello {{name}}, it comes on {{ day }}.',
          },
        ],
        contentTypes: [
          'text/plain',
          'text/markdown',
          'application/vnd.amazonaws.connect.message.interactive',
        ],
        displayName: 'x'.repeat(displayNameScalarLimit),
        durationMinutes: 1_500,
      },
    ],
    [
      'with a template for WhatsApp, and the senders of the instance',
      { templates: [parcel], freeText: false },
    ],
    ['with only a template for SMS', { freeText: false, templates: [{ ...parcel, channel: 'sms' }] }],
    [
      'with a sender for WhatsApp alone, which needs no text',
      { senders: [{ ...sender, channels: ['whatsapp'] }], templates: [parcel], freeText: false },
    ],
  ])('%s has no mistake', (_, rule) => {
    expect(told(rule)).toEqual([])
  })

  it.each<readonly [MessagesRule, string]>([
    [{ senders: [] }, 'senders nothing-to-send-from'],
    [{ senders: [sender, sender] }, 'senders.1.phoneNumberId repeated'],
    [
      {
        senders: [
          { ...sender, queues: ['q'] },
          { phoneNumberId: 'p2', queues: ['q'] },
        ],
      },
      'senders.1.queues.0 repeated',
    ],
    [{ senders: [{ ...sender, channels: ['whatsapp'] }] }, 'senders.0.channels whatsapp-without-template'],
    [{ flows: [] }, 'flows no-flow'],
    [{ flows: ['f', 'f'] }, 'flows.1 repeated'],
    [{ recipients: {} }, 'recipients recipients-empty'],
    [{ recipients: { countries: [], prefixes: [] } }, 'recipients recipients-empty'],
    [{ recipients: { countries: ['UK'] } }, 'recipients.countries.0 country-unknown'],
    [{ recipients: { countries: ['gb'] } }, 'recipients.countries.0 country-unknown'],
    [{ recipients: { countries: ['GB', 'GB'] } }, 'recipients.countries.1 repeated'],
    [{ recipients: { prefixes: ['44'] } }, 'recipients.prefixes.0 prefix-malformed'],
    [{ recipients: { prefixes: ['+04'] } }, 'recipients.prefixes.0 prefix-malformed'],
    [{ recipients: { prefixes: ['+1234567890123456'] } }, 'recipients.prefixes.0 prefix-malformed'],
    [{ recipients: { prefixes: ['+'] } }, 'recipients.prefixes.0 prefix-malformed'],
    [{ recipients: { prefixes: ['+44 79'] } }, 'recipients.prefixes.0 prefix-malformed'],
    [{ quietHours: { from: '8:00', to: '20:00' } }, 'quietHours.from time-malformed'],
    [{ quietHours: { from: '20:00', to: '24:00' } }, 'quietHours.to time-malformed'],
    [{ quietHours: { from: '20:00', to: '20:00' } }, 'quietHours.to quiet-never-ends'],
    [{ quietHours: { from: '20:00', to: '08:00', timeZone: 'Berlin' } }, 'quietHours.timeZone zone-unknown'],
    [{ quietHours: { from: '20:00', to: '08:00', timeZone: 'EST' } }, 'quietHours.timeZone zone-unknown'],
    [
      { quietHours: { from: '20:00', to: '08:00', timeZoneAttribute: 'time zone' } },
      'quietHours.timeZoneAttribute attribute-key-malformed',
    ],
    [
      { quietHours: { from: '20:00', to: '08:00', assumeTimeZone: true } },
      'quietHours.assumeTimeZone zone-to-assume-missing',
    ],
    [{ texts: [hello, { ...hello, text: 'Hi' }] }, 'texts.1.textId repeated'],
    [{ texts: [hello, { ...hello, textId: 'hi', text: ' Hello' }] }, 'texts.1.text repeated'],
    [{ texts: [{ ...hello, text: 'x'.repeat(smsScalarLimit + 1) }] }, 'texts.0.text text-broken'],
    [{ texts: [{ ...hello, text: '\u200b' }] }, 'texts.0.text text-broken'],
    [{ texts: [{ ...hello, text: '\ud83d' }] }, 'texts.0.text text-broken'],
    [{ freeText: false }, 'freeText nothing-to-send'],
    [
      {
        freeText: false,
        senders: [{ ...sender, channels: ['sms', 'whatsapp'] }],
        templates: [parcel],
      },
      'freeText nothing-to-send',
    ],
    [{ freeText: false, senders: [sender], texts: [] }, 'freeText nothing-to-send'],
    [{ senders: [sender], templates: [parcel] }, 'templates.0.channel template-without-sender'],
    [
      { templates: [parcel, parcel], senders: [{ ...sender, channels: ['whatsapp'] }] },
      'templates.1.templateId repeated',
    ],
    [
      { templates: [{ ...parcel, channel: 'sms', attributes: ['day', 'day'] }] },
      'templates.0.attributes.1 repeated',
    ],
    [
      { templates: [{ ...parcel, attributes: ['day'], preview: 'On {{day}}, {{name}}' }] },
      'templates.0.preview preview-value-unknown',
    ],
    [{ contentTypes: ['markdown'] }, 'contentTypes.0 content-type-malformed'],
    [{ contentTypes: ['Text/Markdown'] }, 'contentTypes.0 content-type-malformed'],
    [{ contentTypes: [`text/${'x'.repeat(96)}`] }, 'contentTypes.0 content-type-malformed'],
    [{ contentTypes: ['text/plain', 'text/plain'] }, 'contentTypes.1 repeated'],
    [{ defaultCountry: 'UK' }, 'defaultCountry country-unknown'],
    [{ displayName: ' ' }, 'displayName display-name-broken'],
    [{ displayName: 'x'.repeat(displayNameScalarLimit + 1) }, 'displayName display-name-broken'],
  ])('%j: %s', (rule, mistake) => {
    expect(told(rule)).toEqual([mistake])
  })
})
