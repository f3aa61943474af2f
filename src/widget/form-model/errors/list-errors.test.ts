import type { FieldErrors } from 'react-hook-form'
import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import type { TaskDraft } from '../../../core/task/task-parts.ts'
import { language } from '../../../i18n/en/first-words.ts'
import { lateWords } from '../../../i18n/en/late-words.ts'
import { createFormats } from '../../../i18n/formats/formats.ts'
import { complainedPaths, listErrors, listMessage } from './list-errors.ts'

const words = { messages: language.messages, late: lateWords(createFormats('en', 'UTC')) }
const draft: TaskDraft = {
  ...emptyDraft,
  references: [{ name: 'Order', type: 'URL', value: '' }],
  attributes: [
    { key: 'reason', value: '' },
    { key: '', value: '1' },
  ],
}
const errors: FieldErrors<TaskDraft> = {
  attributes: [
    { value: { type: 'field-required', message: 'Fill it in.' } },
    { key: { type: 'attribute-key-missing', message: 'Give it a key.' } },
  ],
  references: [{ value: { type: 'reference-value-missing', message: 'Fill it in.' } }],
  name: { type: 'name-missing', message: 'Give it a name.' },
}

const labelOfLink = (type: string) =>
  listErrors({ link: { type, message: 'Choose.' } }, draft, words).map(({ label }) => label)

describe('listErrors()', () => {
  it('lists the complaints in the order of the form', () => {
    expect(listErrors(errors, draft, words).map(({ path }) => path)).toEqual([
      'name',
      'references.0.value',
      'attributes.0.value',
      'attributes.1.key',
    ])
  })

  it('names a value as the agent named it, and a row without a name of its own by its place', () => {
    expect(listErrors(errors, draft, words).map(({ label }) => label)).toEqual([
      'What needs to be done?',
      'Reference “Order”',
      'Attribute “reason”',
      'Attribute 2, Key',
    ])
    const unnamed = { ...draft, references: [{ name: ' ', type: 'URL', value: '' } as const] }
    expect(listErrors(errors, unnamed, words)[1]?.label).toBe('Reference 1, Value')
    const twice = { ...draft, references: [...draft.references, ...draft.references] }
    expect(listErrors(errors, twice, words)[1]?.label).toBe('Reference 1, Value')
  })

  it('names the list of contacts while the contact is undecided, otherwise the link', () => {
    expect(labelOfLink('contact-undecided')).toEqual(['Contact'])
    expect(labelOfLink('link-not-allowed')).toEqual(['Link'])
  })

  it('leaves out an error without a message', () => {
    expect(listErrors({ name: { type: 'name-missing' } }, draft, words)).toEqual([])
  })
})

describe('listMessage()', () => {
  it('reads a complaint of the rules at the root, and one of the proxy on the list itself', () => {
    expect(listMessage({ root: { message: 'Too large.' } })).toBe('Too large.')
    expect(listMessage({ message: 'Too large.' })).toBe('Too large.')
    expect(listMessage(undefined)).toBeUndefined()
  })
})

describe('complainedPaths()', () => {
  it('gives the places that react-hook-form can judge again: a list only as a whole', () => {
    const tooLarge: FieldErrors<TaskDraft> = {
      name: { type: 'name-missing', message: 'Give it a name.' },
      attributes: { root: { type: 'attributes-too-large', message: 'Too large.' } },
    }
    expect(complainedPaths(tooLarge, draft)).toEqual(['name', 'attributes'])
  })
})
