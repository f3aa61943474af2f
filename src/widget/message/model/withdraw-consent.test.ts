import { createFormControl } from 'react-hook-form'
import { expect, it } from 'vitest'
import { emptyMessageDraft } from '../../../core/message/message-draft.ts'
import type { MessageDraft } from '../../../core/message/message-parts.ts'
import { withdrawConsent } from './withdraw-consent.ts'

function agreedMessage() {
  const form = createFormControl<MessageDraft>({
    defaultValues: { ...emptyMessageDraft, to: '+12065550142', text: 'Your refund has been approved.' },
  })
  withdrawConsent(form)
  form.setValue('hasConsent', true)
  return form
}

it('unchecks the consent when the text, the number or the template is another one', () => {
  for (const [field, value] of [
    ['text', 'Your refund has been refused.'],
    ['to', '+12065550143'],
    ['templateId', 'refund'],
  ] as const) {
    const form = agreedMessage()
    form.setValue(field, value)

    expect(form.getValues('hasConsent'), field).toBe(false)
  }
})

it('keeps the consent when the rules are read again and change nothing', () => {
  const form = agreedMessage()
  form.reset(form.getValues(), { keepDefaultValues: true })

  expect(form.getValues('hasConsent')).toBe(true)
})
