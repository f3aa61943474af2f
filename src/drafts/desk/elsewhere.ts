import type { Contact } from '../../core/contact/contact.ts'
import { currentOf, frontOf, type Desk } from './desk.ts'

/** The contact that the CCP shows, if the draft in front is about another contact or about none. */
export function elsewhereOf(desk: Desk): Contact | undefined {
  const { currentContactId, isReady } = desk
  if (!isReady || currentContactId === undefined || currentContactId === frontOf(desk).contact?.contactId)
    return undefined
  return currentOf(desk)
}
