import { describe, expect, it } from 'vitest'
import { createFormats } from '../../i18n/formats/formats.ts'
import { language } from '../../i18n/en/first-words.ts'
import { textMessageWords } from '../../i18n/en/text-message/text-message-words.ts'
import { actionLabels, actionsOf } from './action-labels.ts'
import { actions } from './actions.ts'

describe('the list of keys', () => {
  it('has the digits in order, so that the agent finds a line by its key', () => {
    const keys = Object.values(actions).map(({ defaultChord }) => defaultChord.other)
    const first = keys.findIndex((key) => /\d$/.test(key))
    expect(keys.slice(first, first + 10)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `Alt+Shift+${digit}`),
    )
  })

  it('leaves out the lines that the form in front does not have', () => {
    expect(actionsOf('task')).toEqual(Object.keys(actions))
    const left = Object.keys(actions).filter((name) => !actionsOf('message').some((each) => each === name))
    expect(left).toEqual(['when', 'references', 'tasks'])
  })

  it('calls the lines of the form as the form does', async () => {
    const loaded = await language.loadLate()
    const late = loaded(createFormats('en-GB', 'Europe/London'))

    expect(actionLabels('task', language.messages, late)).toMatchObject({
      create: 'Create task',
      name: 'What needs to be done?',
      destination: 'Who should do it?',
      drafts: 'Other drafts',
    })
  })

  it('calls the lines of a message as its form does', async () => {
    const formats = createFormats('en-GB', 'Europe/London')
    const late = (await language.loadLate())(formats)
    const form = textMessageWords(formats, late)

    expect(actionLabels('message', language.messages, late)).toMatchObject({
      create: form.submit,
      name: form.to.label,
      description: form.text.label,
      destination: form.flow.label,
    })
  })
})
