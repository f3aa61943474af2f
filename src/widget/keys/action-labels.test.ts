import { describe, expect, it } from 'vitest'
import { createFormats } from '../../i18n/formats/formats.ts'
import { language } from '../../i18n/en/first-words.ts'
import { actionLabels } from './action-labels.ts'

describe('the list of keys', () => {
  it('calls the lines of the form as the form does', async () => {
    const loaded = await language.loadLate()
    const late = loaded(createFormats('en-GB', 'Europe/London'))

    expect(actionLabels(language.messages, late)).toMatchObject({
      create: 'Create task',
      name: 'What needs to be done?',
      destination: 'Who should do it?',
      drafts: 'Other drafts',
    })
  })
})
