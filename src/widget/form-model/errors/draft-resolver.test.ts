import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import type { TaskDraft } from '../../../core/task/task-parts.ts'
import { lateWords } from '../../../i18n/en/late-words.ts'
import { createFormats } from '../../../i18n/formats/formats.ts'
import { draftResolver, type KnownCircumstances } from './draft-resolver.ts'

const words = lateWords(createFormats('en-GB', 'Europe/London'))
const now = new Date('2026-11-23T12:00:00Z')
const circumstances: KnownCircumstances = {
  zone: 'Europe/London',
  scheduleHorizonDays: 6,
  contactId: 'contact-1',
}
const complete: TaskDraft = { ...emptyDraft, name: 'Call back', destination: 'flow:flow-1' }

async function judged(draft: TaskDraft, known: Partial<KnownCircumstances> = {}) {
  const resolver = draftResolver({ ...circumstances, ...known, now }, words)
  return resolver(draft, undefined, { fields: {}, shouldUseNativeValidation: false })
}

describe('draftResolver()', () => {
  it('turns a complete draft into the request that is sent', async () => {
    expect(await judged(complete)).toEqual({
      values: expect.objectContaining({
        name: 'Call back',
        destination: { type: 'flow', flowId: 'flow-1' },
        link: { type: 'related', contactId: 'contact-1' },
      }),
      errors: {},
    })
  })

  it('puts each complaint at its field, in the agent’s words', async () => {
    const { errors } = await judged(emptyDraft)
    expect(errors).toMatchObject({
      name: { type: 'name-missing', message: 'Give the task a name.' },
      destination: { type: 'destination-missing' },
    })
  })

  it('counts rows as the agent sees them, also below rows that are not sent', async () => {
    const { errors } = await judged({
      ...complete,
      attributes: [
        { key: '', value: '' },
        { key: 'no spaces', value: '1' },
      ],
    })
    expect(errors.attributes?.[0]).toBeUndefined()
    expect(errors.attributes?.[1]?.key).toMatchObject({ type: 'attribute-key-invalid' })
  })

  it('keeps a complaint about a whole list at its root', async () => {
    const attributes = [{ key: 'history', value: 'x'.repeat(32_768) }]
    const { errors } = await judged({ ...complete, attributes })
    expect(errors.attributes?.root).toMatchObject({ type: 'attributes-too-large' })
  })

  it('puts a complaint about the schedule at the time, which is the control in view', async () => {
    const schedule = { when: 'later', date: '2026-11-22', time: '09:00', occurrence: 'first' } as const
    const { errors } = await judged({ ...complete, schedule })
    expect(errors.schedule?.time).toMatchObject({ type: 'schedule-past' })
  })

  it('reads a schedule in the agent’s zone', async () => {
    const schedule = { when: 'later', date: '2026-11-24', time: '09:00', occurrence: 'first' } as const
    const { values } = await judged({ ...complete, schedule }, { zone: 'America/New_York' })
    expect(values).toMatchObject({ scheduledTime: new Date('2026-11-24T14:00:00Z') })
  })

  it('asks for a contact while several could be meant, unless the task is linked to none', async () => {
    const { errors } = await judged(complete, { isContactUndecided: true })
    expect(errors.link).toMatchObject({ type: 'contact-undecided' })
    expect((await judged({ ...complete, link: 'none' }, { isContactUndecided: true })).errors).toEqual({})
  })

  it('judges under the rules of the organisation', async () => {
    const { errors } = await judged(complete, { fieldRules: { description: { isRequired: true } } })
    expect(errors.description).toMatchObject({ type: 'field-required' })
  })
})
