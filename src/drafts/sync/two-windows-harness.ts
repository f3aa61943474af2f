import type { UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import type { DraftStore } from '../draft-store.ts'
import { openWindow, storeInMemory } from '../drafts-harness.ts'
import type { LedgerEntry } from '../ledger/ledger-entry.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }
const call: Contact = { contactId: 'call', channel: 'voice', state: 'connected', stateSince: 0 }
export const onCall = { status: 'ready', contacts: [call], currentContactId: 'call' } as const

const request = (name: string): TaskRequest => ({
  name,
  destination: { type: 'flow', flowId: 'f' },
  references: [],
  attributes: [],
})

export const attemptOf = (clientToken: string, name: string): UncertainAttempt<TaskRequest> => ({
  attempt: { clientToken, request: request(name) },
  firstSentAt: Date.now(),
})

export const entry = (contactId: string): LedgerEntry => ({
  kind: 'task',
  contactId,
  linkedContactId: 'call',
  createdAt: Date.now(),
})

/** Windows of one agent, on the same call. One that is gone gets no answer from the storage any more. */
export function browser(aWhile: () => Promise<unknown>) {
  const { store, drafts, names } = storeInMemory()
  const open = async (isGone = () => false) => {
    const change: DraftStore['change'] = (...asked) =>
      isGone() ? new Promise(() => {}) : store.change(...asked)
    const window = openWindow({ store: { ...store, change }, onStore: () => {} })
    window.hand.see(onCall, 'away')
    window.hand.open(ana)
    await aWhile()
    return window
  }
  return { open, names, stored: () => drafts(ana) }
}
