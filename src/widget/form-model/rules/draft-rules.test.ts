import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import { copiedFields } from '../draft/draft-changes.ts'
import { draftRules } from './draft-rules.ts'
import { noFormRules } from './form-rules.ts'

const fieldNames = [...copiedFields, 'attributes'] as const

describe('draftRules()', () => {
  it('gives the rules that the form has before the core was loaded when no source has any', () => {
    const rules = draftRules({ policy: undefined, host: {} })
    expect(fieldNames.map(rules.access)).toEqual(fieldNames.map(noFormRules.access))
    expect(rules.blank).toEqual(noFormRules.blank)
  })

  it('lets the policy decide where policy and host disagree', () => {
    const { access, blank } = draftRules({
      policy: { name: { default: 'Refund', isLocked: true } },
      host: { name: { default: 'Callback' }, attributes: { isHidden: true } },
    })
    expect(access('name')).toBe('locked')
    expect(access('attributes')).toBe('hidden')
    expect(access('references')).toBe('editable')
    expect(blank.name).toBe('Refund')
  })

  it('shows the references, where they are hidden, if a file is required', () => {
    const references = { isHidden: true }
    expect(draftRules({ policy: { references }, host: {} }).access('references')).toBe('hidden')
    const policy = { references, attachments: { isRequired: true } }
    expect(draftRules({ policy, host: {} }).access('references')).toBe('editable')
  })

  it('gives a new draft the rows that the rules ask for', () => {
    const { blank } = draftRules({
      policy: { attributes: { byKey: { reason: { isRequired: true } } } },
      host: {},
    })
    expect(blank.attributes).toEqual([{ key: 'reason', value: '' }])
  })

  it('lays a typed draft under the rules, and keeps what the rules leave to the agent', () => {
    const { lay } = draftRules({
      policy: {
        name: { default: 'Refund', isLocked: true },
        attributes: { byKey: { reason: { isRequired: true } } },
      },
      host: {},
    })
    const typed = {
      ...emptyDraft,
      name: 'My own name',
      description: 'She waits',
      attributes: [{ key: 'note', value: 'hers' }],
    }
    expect(lay(typed)).toMatchObject({
      name: 'Refund',
      description: 'She waits',
      attributes: [
        { key: 'reason', value: '' },
        { key: 'note', value: 'hers' },
      ],
    })
  })
})
