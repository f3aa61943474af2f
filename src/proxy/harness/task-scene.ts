import { changeSchedulePath, stopTaskPath } from '../../contract/tasks/task-changes.ts'
import { createdTaskSchema } from '../../contract/tasks/tasks.ts'
import type { Failure } from '../../simulators/connect/calls/failures.ts'
import { ana, ben } from '../../simulators/instance/instance.ts'
import type { Policy } from '../policy/policies.ts'
import type { ProxyHarness } from './proxy-harness.ts'
import { contact, plainTask, startProxyScene, type ProxyScene } from './proxy-scene.ts'

export const minute = 60_000
export const day = 24 * 60 * minute
const noon = Date.UTC(2026, 10, 29, 12)

/** An instant as JSON has it, so many milliseconds after the scene begins. */
export const at = (milliseconds: number) => new Date(noon + milliseconds).toISOString()

/** A contact that does not exist. */
export const unknownId = '11111111-0000-4000-8000-00000000ffff'

/** The call that Ana has. */
export const call = contact('11111111-0000-4000-8000-000000000001')

/** The call that Ben has. */
export const bensCall = contact('11111111-0000-4000-8000-000000000002')

export const refusal = (status: number, type: string): Failure => ({ kind: 'error', status, type })

/** Ana and Ben with a call each, and what they do with tasks through a proxy. All have one clock, which stands at noon. */
export interface TaskScene extends ProxyScene {
  readonly bensToken: string
  readonly proxy: () => ProxyHarness
  /** The following requests go to another proxy. */
  readonly startProxy: (policy?: Partial<Policy>, environment?: Readonly<Record<string, string>>) => void
  readonly reset: () => void
  readonly passTime: (milliseconds: number) => void
  /** Ana creates a task unless another token is given. */
  readonly create: (differs?: object, agentToken?: string) => Promise<string>
  readonly stop: (contactId: string, agentToken?: string) => Promise<Response>
  readonly move: (contactId: string, scheduledTime: unknown) => Promise<Response>
  /** How often Connect has received this operation. */
  readonly callsOf: (operation: string) => number
  /** The operations that Connect receives while this is done. */
  readonly callsDuring: (work: () => Promise<unknown>) => Promise<readonly (string | undefined)[]>
}

export async function startTaskScene(): Promise<TaskScene> {
  let nowMs = noon
  let proxy: ProxyHarness
  let created = 0
  const scene = await startProxyScene(() => nowMs)
  const { connect, token, newProxy } = scene
  const bensToken = await scene.identity.tokenFor(ben, { exp: Date.UTC(2100, 0) / 1_000 })

  const startProxy: TaskScene['startProxy'] = (policy = {}, environment = {}) => {
    proxy = newProxy({
      environment,
      policyFile: { policies: [{ name: 'All', ...policy }] },
    })
  }
  startProxy()
  return {
    ...scene,
    bensToken,
    proxy: () => proxy,
    startProxy,
    reset() {
      nowMs = noon
      connect.reset()
      connect.setContacts(ana.userId, [call])
      connect.setContacts(ben.userId, [bensCall])
      startProxy()
    },
    passTime(milliseconds) {
      nowMs += milliseconds
    },
    async create(differs = {}, agentToken = token) {
      created += 1
      const task = { ...plainTask, clientToken: `token-${created}`, ...differs }
      return createdTaskSchema.parse(await (await proxy.post(task, agentToken)).json()).contactId
    },
    stop: (contactId, agentToken = token) => proxy.postTo(stopTaskPath(contactId), {}, agentToken),
    move: (contactId, scheduledTime) => proxy.postTo(changeSchedulePath(contactId), { scheduledTime }, token),
    callsOf: (operation) => connect.received.filter((each) => each.operation === operation).length,
    async callsDuring(work) {
      const before = connect.received.length
      await work()
      return connect.received.slice(before).map(({ operation }) => operation)
    },
  }
}
