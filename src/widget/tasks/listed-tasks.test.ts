import { describe, expect, it } from 'vitest'
import { defaultPermissions } from '../../core/existing-task/permissions.ts'
import type { Me } from '../../contract/reads/me.ts'
import type { TaskOfContact } from '../../contract/tasks/tasks-of-contact.ts'
import type { LedgerEntry } from '../../drafts/ledger/ledger-entry.ts'
import { taskWords } from '../../i18n/en/outcome/task-words.ts'
import { listedTasks } from './listed-tasks.ts'

const now = new Date('2026-11-23T12:00:00Z')
const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`)

const me: Me = {
  userId: 'ana',
  username: 'ana',
  name: 'Ana',
  account: { issuer: 'https://login.example.com', subject: 'ana' },
  scheduleHorizonDays: 6,
  messages: false,
  fields: {},
  ...defaultPermissions,
}

const entry = (contactId: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  kind: 'task',
  contactId,
  linkedContactId: 'call',
  createdAt: at('10:42'),
  ...more,
})

const task = (contactId: string, more: Partial<TaskOfContact> = {}): TaskOfContact => ({
  contactId,
  state: 'waiting',
  isMine: true,
  createdAt: '2026-11-23T10:42:00Z',
  canStop: true,
  canReschedule: false,
  ...more,
})

const list = (entries: readonly LedgerEntry[], read: readonly TaskOfContact[] = [], who: Me = me) =>
  listedTasks(entries, read, { me: who, now })

describe('the tasks of a contact', () => {
  it('are those of the ledger at once: scheduled, started or ended', () => {
    const entries = [
      entry('later', { scheduledAt: at('15:00') }),
      entry('started', { createdAt: at('10:30'), scheduledAt: at('11:00') }),
      entry('now', { createdAt: at('10:20') }),
      entry('ended', { createdAt: at('10:10'), endedAt: at('10:11') }),
    ]

    expect(list(entries)).toMatchObject([
      { contactId: 'later', state: 'scheduled', canStop: true, canReschedule: true },
      { contactId: 'started', state: 'started', canStop: true, canReschedule: false },
      { contactId: 'now', state: 'started', canStop: true, canReschedule: false },
      { contactId: 'ended', state: 'ended', canStop: false, canReschedule: false },
    ])
  })

  it('offer only what the policy allows', () => {
    const strict: Me = { ...me, undo: 'never', reschedule: false }

    expect(list([entry('later', { scheduledAt: at('15:00') })], [], strict)).toMatchObject([
      { canStop: false, canReschedule: false },
    ])
  })

  it('are as Connect knows them once that is read, each once and the latest first', () => {
    const read = [
      task('mine', { state: 'accepted', acceptedAt: '2026-11-23T10:50:00Z', canStop: false }),
      task('colleague', { isMine: false, canStop: false, createdAt: '2026-11-23T11:00:00Z' }),
    ]

    expect(list([entry('mine'), entry('unread', { createdAt: at('11:30') })], read)).toMatchObject([
      { contactId: 'unread', state: 'started', isMine: true },
      { contactId: 'colleague', state: 'waiting', isMine: false },
      { contactId: 'mine', state: 'accepted', canStop: false, acceptedAt: new Date(at('10:50')) },
    ])
  })

  it('are of a colleague only where Connect names another agent as their creator', () => {
    const read = [
      task('flow', { isMine: false }),
      task('unnamed', { isMine: false, isColleagues: true }),
      task('named', { isMine: false, isColleagues: true, colleague: 'Ben Okafor' }),
    ]
    const { createdBy } = taskWords

    expect(
      list([], read).map(({ isMine, colleague }) => createdBy('10:42', isMine ? 'you' : { colleague })),
    ).toEqual(['Created 10:42', 'Created 10:42 by a colleague', 'Created 10:42 by Ben Okafor'])
  })

  it('keep the times of the ledger for a task that Connect does not know yet', () => {
    const { createdAt: _unknown, ...unknown } = task('new', { state: 'not-known-yet', canStop: false })

    expect(list([entry('new', { scheduledAt: at('15:00') })], [unknown])).toMatchObject([
      { state: 'not-known-yet', createdAt: at('10:42'), scheduledAt: new Date(at('15:00')) },
    ])
  })

  it('have ended if this browser stopped them after Connect’s answer', () => {
    expect(list([entry('mine', { endedAt: at('11:59') })], [task('mine')])).toMatchObject([
      { state: 'ended', endedAt: new Date(at('11:59')), canStop: false },
    ])
  })
})
