import { beforeEach, describe, expect, it } from 'vitest'
import { ana, ben } from '../../../instance/instance.ts'
import { lookForAssigned } from './assigned-tasks.ts'
import { createCcp } from '../ccp.ts'
import { signedIn } from '../state/ccp-state.ts'
import type { ConnectTask } from './connect-tasks.ts'

const task = (contactId: string, differs: Partial<ConnectTask> = {}): ConnectTask => ({
  contactId,
  name: `Task ${contactId}`,
  state: 'waiting',
  attributes: {},
  references: { Priority: { type: 'STRING', value: 'High' } },
  assignedTo: ana.userId,
  ...differs,
})

let known: ConnectTask[] = []
let isOpen = true

function scene() {
  const ccp = createCcp(signedIn(ana, new Date(0)), () => Promise.resolve())
  const tasks = { read: () => Promise.resolve(known) }
  return { ccp, look: lookForAssigned({ ccp, tasks, agent: ana, isOpen: () => isOpen }) }
}

beforeEach(() => {
  known = []
  isOpen = true
})

describe('a task that the agent has assigned to themselves', () => {
  it('rings at the agent once, with the fields of its template', async () => {
    const { ccp, look } = scene()
    known = [task('own')]
    await look()
    await look()

    expect(ccp.state().contacts).toMatchObject([
      {
        contactId: 'own',
        channel: 'task',
        displayName: 'Task own',
        accepted: false,
        references: { Priority: { type: 'STRING', value: 'High' } },
      },
    ])
  })

  it('does not come back after the agent has closed it', async () => {
    const { ccp, look } = scene()
    known = [task('own')]
    await look()
    await ccp.setState('own', 'rejected')
    await ccp.remove('own', { byButton: true })
    await look()

    expect(ccp.state().contacts).toEqual([])
  })

  it.each([
    ['has not started', task('own', { state: 'scheduled' })],
    ['has ended', task('own', { state: 'ended' })],
    ['belongs to a colleague', task('own', { assignedTo: ben.userId })],
    ['belongs to no agent', task('own', { assignedTo: undefined })],
  ])('does not ring when it %s', async (_, one) => {
    const { ccp, look } = scene()
    known = [one]
    await look()

    expect(ccp.state().contacts).toEqual([])
  })

  it('does not ring after the session has ended', async () => {
    const { ccp, look } = scene()
    known = [task('own')]
    isOpen = false
    await look()

    expect(ccp.state().contacts).toEqual([])
  })
})
