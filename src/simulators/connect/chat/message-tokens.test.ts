import { StartOutboundChatContactCommand } from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { instanceId } from '../../instance/instance.ts'
import { instancePhoneNumbers, phoneNumberArn } from '../../instance/phone-numbers.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { demoFlows } from '../state/demo-seed.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'

const dayMs = 86_400_000
const nine = Date.UTC(2026, 10, 20, 9)
let now = nine
const connect = await startConnectSimulator({ now: () => now })
const client = sdkClient(connect)

const send = (ClientToken: string, Content = 'Your order is ready.') =>
  client.send(
    new StartOutboundChatContactCommand({
      SourceEndpoint: {
        Type: 'CONNECT_PHONENUMBER_ARN',
        Address: phoneNumberArn(instancePhoneNumbers.service),
      },
      DestinationEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+12065550142' },
      InstanceId: instanceId,
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:SMS' } },
      ContactFlowId: demoFlows.callbackRequests.flowId,
      InitialSystemMessage: { ContentType: 'text/plain', Content },
      ClientToken,
    }),
  )

beforeEach(() => {
  connect.reset()
  now = nine
})

afterAll(async () => {
  client.destroy()
  await connect.close()
})

describe('a repeated client token of a message', () => {
  const again = 'attempt-1'

  it('returns the same contact for 7 days, and then starts a second chat', async () => {
    const first = await send(again)
    now += 7 * dayMs - 1
    expect((await send(again)).ContactId).toBe(first.ContactId)
    now += 1
    expect((await send(again)).ContactId).not.toBe(first.ContactId)
    expect(connect.messages).toHaveLength(2)
  })

  it('returns the same contact although the quota is used up and the flow is not there any more', async () => {
    const first = await send(again)
    connect.activeChatsLimit = 1
    connect.changeInstance({ flows: [] })
    expect((await send(again)).ContactId).toBe(first.ContactId)
  })

  it('is refused with other content', async () => {
    await send(again)
    const edited = await refusalOf(send(again, 'Edited'))
    expect(edited).toMatchObject({ name: 'InvalidRequestException', status: 400 })
    expect(connect.messages).toHaveLength(1)
  })

  it('is refused in the mode `refuse`', async () => {
    connect.clientTokens = 'refuse'
    await send(again)
    expect(await refusalOf(send(again))).toMatchObject({ name: 'InvalidRequestException', status: 400 })
  })

  it('starts a second chat in the mode `forget`', async () => {
    connect.clientTokens = 'forget'
    await send(again)
    await send(again)
    expect(connect.messages).toHaveLength(2)
  })

  it('is forgotten after the time that the mode names', async () => {
    connect.clientTokens = { forgetAfterMs: 5_000 }
    await send(again)
    now += 5_000
    await send(again)
    expect(connect.messages).toHaveLength(2)
  })
})
