import * as z from 'zod/mini'
import type { InstanceUser } from '../../../instance/instance.ts'
import { type KeptSession, parseKeptSession } from './kept-session.ts'
import { type Opening, openingSchema, usualOpening } from './opening.ts'

/**
 * State that survives a reload is stored at the server: in a cross-site frame, the browser's storage may be unavailable.
 */
const read = async (name: string): Promise<unknown> => {
  const response = await fetch(`kept/${name}`)
  return response.json()
}

async function write(name: string, value: unknown): Promise<void> {
  const response = await fetch(`kept/${name}`, { method: 'PUT', body: JSON.stringify(value) })
  if (!response.ok) throw new Error(`The CCP's server answered ${response.status}.`)
}

export const readSession = async (agent: InstanceUser) => parseKeptSession(await read('session'), agent)

export const keepSession = (session: KeptSession): Promise<void> => write('session', session)

/** Stores that the agent signed in again. The contacts stay after an expired session, but not after a sign-out. */
export const keepSignedIn = (session: KeptSession): Promise<void> =>
  write('session', session.status === 'signed-out' ? null : { ...session, status: 'signed-in' })

export const readOpening = async (): Promise<Opening> =>
  z.nullable(openingSchema).parse(await read('opening')) ?? usualOpening

/** Sets how this page opens from its next load on. */
export const keepOpening = (opening: Opening): Promise<void> => write('opening', opening)
