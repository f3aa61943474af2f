import { describe, expect, it } from 'vitest'
import { channels, type Channel } from '../contact/contact.ts'
import { canContinue, linkTypesFor, type Link } from './link-types.ts'
import { linkField } from './link.ts'

const linkIssues = (link: Link | undefined, channel: Channel | undefined) =>
  linkField.issues(
    link ? { link } : {},
    {},
    { now: new Date(0), scheduleHorizonDays: 6, linkedContact: channel ? { channel } : {} },
  )

describe('links', () => {
  it.each(channels)('a task may be related to a contact of the channel %s', (channel) => {
    expect(linkTypesFor(channel)).toContain('related')
    expect(linkIssues({ type: 'related', contactId: 'c' }, channel)).toEqual([])
  })

  it.each(['voice', 'queue_callback', 'chat', 'task'] as const)('a task may continue a %s', (channel) => {
    expect(linkTypesFor(channel)).toEqual(['related', 'previous'])
    expect(linkIssues({ type: 'previous', contactId: 'c' }, channel)).toEqual([])
  })

  it('a task cannot continue an email', () => {
    expect(linkTypesFor('email')).toEqual(['related'])
    expect(linkIssues({ type: 'previous', contactId: 'c' }, 'email')).toEqual([
      { field: 'link', code: 'link-previous-not-for-email' },
    ])
  })

  it('a task may continue a contact with an unknown channel', () => {
    expect(linkIssues({ type: 'previous', contactId: 'c' }, undefined)).toEqual([])
  })

  it('a task need not be linked', () => {
    expect(linkIssues(undefined, 'email')).toEqual([])
  })
})

describe('canContinue()', () => {
  it('lets twelve tasks continue a contact and no thirteenth', () => {
    expect(canContinue(11)).toBe(true)
    expect(canContinue(12)).toBe(false)
  })
})
