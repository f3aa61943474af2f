import { describe, expect, it } from 'vitest'
import { requestIssues, withFixedFields } from '../creating/check-task.ts'
import type { FieldRules, TaskRequest } from '../task/task-parts.ts'
import { emptyDraft } from '../task/task-draft.ts'
import { blankDraft, draftUnder, mergeFieldRules } from '../task/task-rules.ts'
import { carriedLink, linkChoices } from './link-rule.ts'

const request: TaskRequest = {
  name: 'Call back',
  destination: { type: 'flow', flowId: 'f' },
  references: [],
  attributes: [],
}

const complaints = (edit: Partial<TaskRequest>, fieldRules: FieldRules) =>
  requestIssues(withFixedFields({ ...request, ...edit }, fieldRules), {
    now: new Date(0),
    scheduleHorizonDays: 6,
    fieldRules,
  })

const linked = (type: 'related' | 'previous') => ({ link: { type, contactId: 'call' } })

describe('the link types that are allowed', () => {
  const relatedOnly: FieldRules = { link: { types: ['related'] } }
  const previousOnly: FieldRules = { link: { types: ['previous'] } }

  it('are the only ones a task may have, and having none stays free', () => {
    expect(complaints(linked('previous'), relatedOnly)).toEqual([{ field: 'link', code: 'link-not-allowed' }])
    expect(complaints(linked('related'), relatedOnly)).toEqual([])
    expect(complaints({}, relatedOnly)).toEqual([])
  })

  it('are the only ones to choose from', () => {
    expect(linkChoices(relatedOnly, 'voice')).toEqual(['related', 'none'])
    expect(linkChoices({ link: { types: ['previous'], isRequired: true } }, 'voice')).toEqual(['previous'])
    expect(linkChoices(previousOnly, 'email')).toEqual(['none'])
  })

  it('decide the link of a new draft, and of an older draft', () => {
    expect(blankDraft(previousOnly).link).toBe('previous')
    expect(draftUnder({ ...emptyDraft, link: 'related' }, previousOnly).link).toBe('previous')
    expect(draftUnder({ ...emptyDraft, link: 'none' }, previousOnly).link).toBe('none')
  })

  it('count more than a weaker authority’s preset', () => {
    const rules = mergeFieldRules(relatedOnly, {
      link: { default: 'previous', types: ['related', 'previous'] },
    })

    expect(blankDraft(rules).link).toBe('related')
    expect(linkChoices(rules, 'chat')).toEqual(['related', 'none'])
  })

  it('leave no link to a task that must be linked as its channel does not allow', () => {
    expect(linkChoices({ link: { types: ['previous'], isLocked: true } }, 'email')).toEqual(['none'])
  })

  it('leave a fixed link that the channel cannot carry the nearest of them', () => {
    expect(carriedLink('previous', { link: { default: 'previous', isLocked: true } }, 'email')).toBe(
      'related',
    )
    expect(carriedLink('previous', { link: { types: ['previous'], isLocked: true } }, 'email')).toBe('none')
    expect(carriedLink('previous', { link: { types: ['previous'], isLocked: true } }, 'chat')).toBe(
      'previous',
    )
    // The agent's own choice stays and gets a complaint.
    expect(carriedLink('previous', { link: { types: ['previous'] } }, 'email')).toBe('previous')
  })
})
