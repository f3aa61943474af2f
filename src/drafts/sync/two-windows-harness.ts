import type { UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { AnyRequest, DraftKind } from '../../core/message/any-draft.ts'
import type { DraftStore } from '../draft-store.ts'
import { openWindow, storeInMemory } from '../drafts-harness.ts'
import { requestSaying } from '../kinds-harness.ts'
import type { LedgerEntry } from '../ledger/ledger-entry.ts'

export const ana = { issuer: 'https://id.example', subject: 'ana' }
const call: Contact = { contactId: 'call', channel: 'voice', state: 'connected', stateSince: 0 }
export const onCall = { status: 'ready', contacts: [call], currentContactId: 'call' } as const

export const attemptOf = (
  clientToken: string,
  text: string,
  kind: DraftKind = 'task',
): UncertainAttempt<AnyRequest> => ({
  attempt: { clientToken, request: requestSaying(kind, text) },
  firstSentAt: Date.now(),
})

export const entry = (contactId: string, kind: DraftKind = 'task'): LedgerEntry => ({
  kind,
  contactId,
  linkedContactId: 'call',
  createdAt: Date.now(),
})

/**
 * Windows of one agent, on the same call, in which they draft tasks or messages. A closed window gets no more answers from the
 * storage.
 */
export function browser(aWhile: () => Promise<unknown>, kind: DraftKind = 'task') {
  const { store, drafts, names } = storeInMemory()
  const open = async (isGone = () => false) => {
    const change: DraftStore['change'] = (...asked) =>
      isGone() ? new Promise(() => {}) : store.change(...asked)
    const window = openWindow({ store: { ...store, change }, onStore: () => {} })
    window.hand.see(onCall, 'away')
    window.hand.open(ana)
    await aWhile()
    window.hand.switchKind(kind)
    return window
  }
  return { open, names, stored: () => drafts(ana) }
}
