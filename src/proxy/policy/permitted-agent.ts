import type { ConnectUser } from '../connect/operations/search-users.ts'
import type { Caller } from '../rates/gate.ts'
import type { Policy } from './policies.ts'

/** A verified agent with their policy. */
export interface PermittedAgent extends ConnectUser, Pick<Caller, 'signal'> {
  readonly policy: Policy
}
