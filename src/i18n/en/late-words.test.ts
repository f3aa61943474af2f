import { describe, expect, it } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { createFormats } from '../formats/formats.ts'
import { entriesOfLanguage, saidWith } from '../dictionary-harness.ts'
import { changeFailureWords, failureWords } from './outcome/failure-words.ts'
import { language } from './first-words.ts'
import { plainIssueWords } from './outcome/issue-words.ts'
import { contactNoun } from './names.ts'
import { lateWords } from './late-words.ts'

const words = lateWords(createFormats('en-GB', 'Europe/London'))
const noon = new Date('2026-11-23T12:00:00Z')
const call: Contact = {
  contactId: '9f3b7c21-0000',
  channel: 'voice',
  state: 'connected',
  stateSince: 0,
  displayName: '+44 20 7946 0958',
}

/** Phrases that people do not use. */
const stiff =
  /may not do this|cannot be made twice|knows nothing of|in one chain|^Correct \d|\(previous\)|\b(nobody|somebody|who|what)ever\b|\bnobody\b/i

const about = (contact: Contact) => ({ kind: 'task', contact }) as const

describe('the English words', () => {
  it('ask about one draft as one, and about several as several', () => {
    const { deleteAllOf, keepThem, deleteNow } = words.drafts
    const asked = (count: number) => [deleteAllOf(count), keepThem(count), deleteNow(count)]

    expect(asked(1)).toEqual(['Delete this draft?', 'Keep it', 'Delete it'])
    expect(asked(2)).toEqual(['Delete 2 drafts?', 'Keep them', 'Delete all'])
  })

  it('say what happened as a person would', async () => {
    const entries = await entriesOfLanguage(language)
    const said = [
      ...entries.flatMap((entry) => saidWith('Maya', entry)),
      ...Object.values(failureWords),
      ...Object.values(changeFailureWords),
      ...Object.values(plainIssueWords),
    ]

    expect(said.length).toBeGreaterThan(300)
    expect(said.filter((each) => stiff.test(each))).toEqual([])
  })

  it('ask for a file where the organisation asks for one, and not to fill it in', () => {
    expect(words.errors.issue({ field: 'attachments', code: 'field-required' }, noon)).toBe(
      'Your organisation asks for a file with each task. Add one.',
    )
  })

  it('count one thing and several', () => {
    expect(words.errors.summary(1)).toBe('Check 1 thing first')
    expect(words.errors.summary(2)).toBe('Check 2 things first')
    expect(words.meter.over(1)).toBe('1 byte too many')
    expect(words.meter.left(1_200)).toBe('1,200 bytes left')
  })

  it('call what a form sends its fields', () => {
    const sent = { hasDescription: true, references: 1, attributes: 0, files: 0 }
    expect(words.created.contents({ ...sent, isForm: true })).toBe('description, 1 field of the form')
    expect(words.created.contents({ ...sent, isForm: false })).toBe('description, 1 reference')
  })

  it('say how many files a created task has', () => {
    const sent = { hasDescription: false, references: 1, attributes: 0, isForm: false }
    expect(words.created.contents({ ...sent, references: 0, files: 1 })).toBe('1 file')
    expect(words.created.contents({ ...sent, files: 3 })).toBe('1 reference, 3 files')
  })

  it('say what a press waits for, with one file and with several', () => {
    expect([words.submit.files(1), words.submit.files(2)]).toEqual([
      'Creates once the file is uploaded',
      'Creates once the files are uploaded',
    ])
    expect([words.waiting.files(1), words.waiting.files(2)]).toEqual([
      'The task is created once its file is uploaded.',
      'The task is created once 2 files are uploaded.',
    ])
  })

  it('say of each file that cannot be sent what the agent can do with it', () => {
    const { files, errors } = words
    const field = { list: 'attachments', row: 0, member: 'file' } as const
    const judged = [
      { field, code: 'file-type-not-allowed', extension: 'exe', allowed: ['pdf'] },
      { field, code: 'file-too-large', actual: 21_055_406, limit: 20 * 1_048_576 },
      { field, code: 'file-name-too-long', actual: 300, limit: 256 },
      { field, code: 'file-name-ends' },
      { field, code: 'file-extension-missing' },
      { field, code: 'file-empty' },
      { field, code: 'file-not-uploaded' },
      { field, code: 'file-expired' },
      { field, code: 'file-refused' },
      { field, code: 'file-content-contradicts' },
    ] as const
    const said = [...Object.values(files.failure), ...judged.map((issue) => errors.issue(issue, noon))]

    expect(said.filter((each) => !/remove/i.test(each))).toEqual([])
  })

  it('say of a task list how many are of others', () => {
    const said = [
      [2, 0],
      [2, 1],
      [2, 2],
    ] as const
    expect(
      said.map(([all, others]) => words.tasks.summary(all, others).replaceAll(/[\u2066-\u2069]/g, '')),
    ).toEqual(['2', '2 (1 by others)', '2 by others'])
  })

  it('name what a preset would replace as the form does', () => {
    const { fields, sections } = language.messages
    const { name, description, destination, when } = fields
    const { references, attributes } = sections
    const labels = [name, description, destination, when, references, attributes]
    const plain = labels.map((label) => label.toLowerCase().replace('?', ''))
    expect(Object.values(words.presets.fields)).toEqual(plain.map((each) => expect.stringContaining(each)))
  })

  it('name the service that is busy', () => {
    expect(words.waiting.why).toMatchObject({
      proxy: 'The task service is busy.',
      connect: 'Amazon Connect is busy.',
    })
    expect([words.waiting.before(1), words.waiting.before(2)]).toEqual([
      'Your task waits for 1 other task of yours.',
      'Your task waits for 2 other tasks of yours.',
    ])
  })

  it('name a contact inside a sentence and at its start, and keep its number on one line', () => {
    expect(words.otherDrafts.showOf(about(call))).toBe(
      'Show the draft for the call with +44\u00a020\u00a07946\u00a00958',
    )
    expect(words.otherDrafts.about(about(call))).toBe(
      'Draft for the call with +44\u00a020\u00a07946\u00a00958',
    )
    expect(words.contactChoice.option(call)).toBe('Call with +44\u00a020\u00a07946\u00a00958 · 9f3b7c21')
    expect(words.otherDrafts.created({ kind: 'task' })).toBe('Task about no contact: created.')
  })

  it('name the contact of the task if its channel does not tell it from the current one', () => {
    const chat: Contact = { ...call, channel: 'chat', displayName: 'Maya Lopez' }
    const { stays } = words.elsewhere
    expect(stays(about(call), chat)).toBe('This task stays with the call.')
    expect(stays(about({ ...chat, displayName: 'Jonas Weber' }), chat)).toBe(
      'This task stays with the chat with Jonas Weber.',
    )
    expect(stays({ kind: 'task' }, chat)).toBe('This task stays without a contact.')
    const again: Contact = { ...call, contactId: 'another' }
    expect(stays(about({ ...call, state: 'ended' }), again)).toBe(
      'This task stays with the call that has ended.',
    )
    expect(stays(about({ ...call, state: 'connected' }), again)).toBe('This task stays with the other call.')
  })

  it('distinguish a message from a task, and call no message delivered', () => {
    const message = { kind: 'message', contact: call } as const
    const { otherDrafts, drafts, elsewhere } = words
    const said = [
      otherDrafts.about(message),
      otherDrafts.created(message),
      otherDrafts.unknown(message, ''),
      otherDrafts.unknown(message, 'Your order is ready to be picked up'),
      drafts.mayExist(message, '9:00'),
      drafts.createdBefore('message', '9:00'),
      elsewhere.move.message,
    ].map((text) => text.replaceAll(/[\u2066-\u2069]/g, '').replace(contactNoun(call), 'call'))

    expect(said).toEqual([
      'Message draft for the call',
      'Message for the call: sent.',
      'Message for the call: may have been sent.',
      '“Your order is ready to be…” may have been sent.',
      'A message for the call, of 9:00, may have been sent. This browser does not have its text.',
      'A message was sent from this draft on 9:00. What is here now would be a second message.',
      'Move this message to it',
    ])
  })

  it('write numbers as the agent’s locale does', () => {
    const indian = lateWords(createFormats('en-IN', 'Asia/Kolkata'))
    const issue = {
      field: 'attributes',
      code: 'attributes-too-large',
      actual: 132_768,
      limit: 32_768,
    } as const
    expect(indian.errors.issue(issue, noon)).toContain('1,32,768 bytes')
    expect(words.errors.issue(issue, noon)).toContain('132,768 bytes')
  })

  it('name the latest time at which a task can start', () => {
    const issue = { field: 'scheduledTime', code: 'schedule-too-far', actual: 0 } as const
    expect(words.errors.issue({ ...issue, limit: 86_400 }, noon)).toMatch(
      /latest possible time is Tue,? 24 Nov,? (at )?12:00 GMT/,
    )
    expect(words.errors.issue({ ...issue, limit: 6 * 86_400 }, noon)).toMatch(
      /latest possible time is Sun,? 29 Nov,? (at )?12:00 GMT/,
    )
  })
})
