import { StartTaskContactCommand, type StartTaskContactCommandInput } from '@aws-sdk/client-connect'
import { startProxyScene, type ProxyScene } from '../proxy/harness/proxy-scene.ts'
import type { ReceivedCall } from '../simulators/connect/calls/received-calls.ts'
import { sdkClient } from '../simulators/connect/sdk-client.ts'
import type { TaskTemplate } from '../simulators/connect/templates/task-template.ts'
import { ana, ben } from '../simulators/instance/instance.ts'
import { bodyOf } from './case-readings.ts'
import type { AcceptedCase } from './conformance-case.ts'
import { anasContacts, bensContacts, now } from './instance-at-noon.ts'

/** The proxy and the simulated Connect, both with the clock at `now`. */
export interface ConformanceScene {
  readonly askProxy: (asked: AcceptedCase) => Promise<Response>
  /** Sends parameters to Connect without any check of Tasklink; resolves to Connect's status. */
  readonly askConnect: (parameters: StartTaskContactCommandInput) => Promise<number | undefined>
  /** Every StartTaskContact that Connect has received. */
  readonly starts: () => readonly ReceivedCall[]
  /** The names of the created tasks. */
  readonly tasks: () => readonly string[]
  /** Gives the instance only these templates, until the next reset. */
  readonly useTemplates: (templates: readonly TaskTemplate[]) => void
  readonly reset: () => void
  readonly close: () => Promise<void>
}

export async function startConformanceScene(): Promise<ConformanceScene> {
  const { connect, token, newProxy, close } = await startProxyScene(() => now.getTime())
  const client = sdkClient(connect)
  // One proxy for each horizon, because a proxy remembers the tasks that it has created. It is made with its first request,
  // because many tests ask only Connect.
  const proxies = new Map<number, ReturnType<ProxyScene['newProxy']>>()
  const proxyFor = (horizonDays: 6 | 90) => {
    const proxy =
      proxies.get(horizonDays) ??
      newProxy({ environment: horizonDays === 6 ? {} : { SCHEDULE_HORIZON_DAYS: String(horizonDays) } })
    proxies.set(horizonDays, proxy)
    return proxy
  }
  const starts = () => connect.received.filter(({ operation }) => operation === 'StartTaskContact')
  return {
    askProxy: (asked) => proxyFor(asked.horizonDays ?? 6).post(bodyOf(asked), token),
    askConnect: async (parameters) => {
      await client.send(new StartTaskContactCommand(parameters)).catch(() => undefined)
      return starts().at(-1)?.status
    },
    starts,
    tasks: () => connect.tasks.map(({ name }) => name),
    useTemplates: (templates) => connect.changeInstance({ templates }),
    reset: () => {
      proxies.clear()
      connect.reset()
      // No server answers at the file addresses of the cases.
      connect.attachmentFetch = 'on-command'
      connect.setContacts(ana.userId, anasContacts)
      connect.setContacts(ben.userId, bensContacts)
    },
    close: async () => {
      client.destroy()
      await close()
    },
  }
}
