import type { Connect } from '../connect/connect.ts'
import { ProblemError } from '../problem-error.ts'
import type { Caller } from '../rates/gate.ts'

type Writing = Parameters<Connect['expect']>[0]

/** The turn of a write, reserved before the reads that it needs. */
export interface ReservedTurn {
  /** Does the reads, and gives the turn up if they refuse the write. */
  readonly prepare: <Prepared>(work: () => Promise<Prepared>) => Promise<Prepared>
  readonly giveUp: () => void
}

/** An agent who only has to wait for Connect’s rates comes back and keeps the turn. Quiet hours last too long for that. */
const isSoonBack = (error: unknown) =>
  error instanceof ProblemError && (error.facts.code === 'busy' || error.facts.code === 'throttled')

/** Throws `busy` if the write would have to wait too long, so that no read is spent on it. */
export function reserveTurn(connect: Connect, operation: Writing, caller: Caller): ReservedTurn {
  const giveUp = connect.expect(operation, caller)
  return {
    giveUp,
    prepare: (work) =>
      work().catch((error: unknown) => {
        if (!isSoonBack(error)) giveUp()
        throw error
      }),
  }
}
