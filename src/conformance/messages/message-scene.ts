import {
  StartOutboundChatContactCommand,
  type StartOutboundChatContactCommandInput,
} from '@aws-sdk/client-connect'
import { messagesPath } from '../../contract/messages/message-paths.ts'
import { startProxyScene } from '../../proxy/harness/proxy-scene.ts'
import type { ConnectSimulator } from '../../simulators/connect/connect-simulator.ts'
import type { ReceivedCall } from '../../simulators/connect/calls/received-calls.ts'
import { sdkClient } from '../../simulators/connect/sdk-client.ts'
import { ana, ben } from '../../simulators/instance/instance.ts'
import { anasContacts, bensContacts, now } from '../instance-at-noon.ts'
import type { MessageCase } from './message-case.ts'
import { bodyOf, messagesRule } from './message-readings.ts'

/** The proxy and the simulated Connect, both with the clock at `now`. */
export interface MessageScene {
  readonly askProxy: (asked: MessageCase) => Promise<Response>
  readonly connect: ConnectSimulator
  /** Sends parameters to Connect without any check by Tasklink; resolves to Connect's status. */
  readonly askConnect: (parameters: StartOutboundChatContactCommandInput) => Promise<number | undefined>
  /** Every StartOutboundChatContact that Connect has received. */
  readonly starts: () => readonly ReceivedCall[]
  readonly reset: () => void
  readonly close: () => Promise<void>
}

export async function startMessageScene(): Promise<MessageScene> {
  const { connect, token, newProxy, close } = await startProxyScene(() => now.getTime())
  const client = sdkClient(connect)
  const starts = () => connect.received.filter(({ operation }) => operation === 'StartOutboundChatContact')
  // A proxy remembers its messages and their numbers, so each reset makes a new one. It is made with its first request, because
  // many tests ask only Connect.
  let proxy: ReturnType<typeof newProxy> | undefined
  const startProxy = () =>
    newProxy({
      environment: { NUMBER_HASH_SECRET: 'a secret of this test, which hides the numbers' },
      policyFile: { policies: [{ name: 'Everyone', messages: messagesRule }] },
    })
  return {
    connect,
    askProxy: (asked) => (proxy ??= startProxy()).postTo(messagesPath, bodyOf(asked), token),
    askConnect: async (parameters) => {
      await client.send(new StartOutboundChatContactCommand(parameters)).catch(() => undefined)
      return starts().at(-1)?.status
    },
    starts,
    reset: () => {
      proxy = undefined
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
