import { describe, expect, it } from 'vitest'
import { ana } from '../../instance/instance.ts'
import { createCcp } from './ccp.ts'
import { signedIn } from './ccp-state.ts'
import type { TellService } from './connect-service.ts'
import { publishInOrder } from './publish.ts'

function ccpWith(tell: TellService) {
  const events: string[] = []
  const publish = publishInOrder({
    host: { post: (event) => events.push(event), onMessage: () => {} },
    tellService: async (state) => {
      events.push(`told of ${state.contacts.length}`)
      await tell(state)
    },
    onServiceFailure: () => events.push('notice'),
    opened: Promise.resolve(),
  })
  return { ccp: createCcp(signedIn(ana, new Date()), publish), events }
}

describe('publishInOrder()', () => {
  it('tells the service before the host, and one change before the next', async () => {
    const { ccp, events } = ccpWith(() => Promise.resolve())

    await Promise.all([ccp.add({ channel: 'voice' }), ccp.add({ channel: 'chat' })])

    expect(events).toEqual(['told of 1', 'agent::update', 'contact::view', 'told of 2', 'agent::update'])
  })

  it('goes on with a notice when the service cannot be reached', async () => {
    const { ccp, events } = ccpWith(() => Promise.reject(new Error('refused')))

    await ccp.add({ channel: 'voice' })

    expect(events).toEqual(['told of 1', 'notice', 'agent::update', 'contact::view'])
  })
})
