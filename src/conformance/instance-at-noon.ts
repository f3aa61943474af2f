import { createHash } from 'node:crypto'
import { contact, plainTask } from '../proxy/harness/proxy-scene.ts'
import { agentArn, ana, instanceId } from '../simulators/instance/instance.ts'

/** The time of every case. */
export const now = new Date('2026-10-01T12:00:00Z')

const filled = (key: string, bytes: number) => Object.fromEntries([[key, 'x'.repeat(bytes - key.length)]])

export const anasContacts = [
  contact('call'),
  contact('email', { channel: 'EMAIL' }),
  contact('heavy', { attributes: filled('big', 20_000) }),
  contact('odd', { attributes: filled('__proto__', 20_000) }),
]

export const bensContacts = [contact('bens')]

/** The members that the proxy adds to Ana's tasks. */
export const origin = {
  instanceId,
  createdByUserArn: agentArn(ana),
  clientToken: createHash('sha256').update(`${ana.userId}\n${plainTask.clientToken}`).digest('hex'),
}

export const creator = { 'connect:CreatedByUser': { ValueString: origin.createdByUserArn } }
