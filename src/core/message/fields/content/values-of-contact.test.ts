import { expect, it } from 'vitest'
import { messageDraft, messageRules } from '../../message-harness.ts'
import { messageDraftUnder } from '../../prepare-message.ts'
import { valuesAfter } from './content.ts'

const given = (value: string) => ({ contactAttributes: [{ key: 'name', value }] })

it('fills the values of a template from attributes of the contact with the same names, on each channel', () => {
  const contactAttributes = [
    { key: 'name', value: 'Maya' },
    { key: 'Day', value: 'Friday' },
  ]
  const attributes = ['name', 'day']
  const rules = {
    ...messageRules,
    contactAttributes,
    templates: [
      { templateId: 'parcel', name: 'Parcel', channel: 'whatsapp', attributes },
      { templateId: 'reminder', name: 'Reminder', channel: 'sms', attributes },
    ],
  } as const
  const filled = [
    { name: 'name', value: 'Maya' },
    { name: 'day', value: '' },
  ]

  expect(messageDraftUnder(messageDraft({ templateId: 'reminder' }), rules).templateValues).toEqual(filled)
  const whatsApp = messageDraft({ channel: 'whatsapp', templateId: 'parcel' })
  expect(messageDraftUnder(whatsApp, rules).templateValues).toEqual(filled)
  const typed = [{ name: 'name', value: '' }]
  const cleared = messageDraftUnder({ ...whatsApp, templateValues: typed }, rules)
  expect(cleared.templateValues[0]).toEqual({ name: 'name', value: '' })
})

it('gives up the values of the contact before, and keeps what the agent typed', () => {
  const values = [
    { name: 'name', value: 'Maya' },
    { name: 'day', value: 'Friday' },
  ]

  expect(valuesAfter(values, given('Maya'), given('Jonas'))).toEqual([
    { name: 'name', value: 'Jonas' },
    { name: 'day', value: 'Friday' },
  ])
  expect(valuesAfter(values, given('Maya'), {})[0]).toEqual({ name: 'name', value: '' })
  expect(valuesAfter(values, given('Ana'), given('Jonas'))).toEqual(values)
})
