import {
  StartOutboundChatContactCommand,
  type StartOutboundChatContactCommandInput,
} from '@aws-sdk/client-connect'
import { startProxyScene } from '../../proxy/harness/proxy-scene.ts'
import type { ConnectSimulator } from '../../simulators/connect/connect-simulator.ts'
import type { ReceivedCall } from '../../simulators/connect/calls/received-calls.ts'
import { sdkClient } from '../../simulators/connect/sdk-client.ts'
import { ana, ben } from '../../simulators/instance/instance.ts'
import { anasContacts, bensContacts, now } from '../instance-at-noon.ts'

/** The simulated Connect with the clock at `now`. */
export interface MessageScene {
  readonly connect: ConnectSimulator
  /** Sends parameters to Connect without any check of Tasklink; resolves to Connect's status. */
  readonly askConnect: (parameters: StartOutboundChatContactCommandInput) => Promise<number | undefined>
  /** Every StartOutboundChatContact that Connect has received. */
  readonly starts: () => readonly ReceivedCall[]
  readonly reset: () => void
  readonly close: () => Promise<void>
}

export async function startMessageScene(): Promise<MessageScene> {
  const { connect, close } = await startProxyScene(() => now.getTime())
  const client = sdkClient(connect)
  const starts = () => connect.received.filter(({ operation }) => operation === 'StartOutboundChatContact')
  return {
    connect,
    askConnect: async (parameters) => {
      await client.send(new StartOutboundChatContactCommand(parameters)).catch(() => undefined)
      return starts().at(-1)?.status
    },
    starts,
    reset: () => {
      connect.reset()
      connect.setContacts(ana.userId, anasContacts)
      connect.setContacts(ben.userId, bensContacts)
    },
    close: async () => {
      client.destroy()
      await close()
    },
  }
}
