import { describe, expect, it } from 'vitest'
import { ana } from '../../../instance/instance.ts'
import { createCcp } from '../ccp.ts'
import { signedIn } from '../state/ccp-state.ts'
import type { TellService } from '../connect/connect-service.ts'
import { publishInOrder } from './publish.ts'

function ccpWith(tell: TellService) {
  const events: string[] = []
  const publish = publishInOrder({
    host: { post: (event) => events.push(event), onMessage: () => {} },
    tellService: async (state) => {
      events.push(`service: ${state.contacts.length}`)
      await tell(state)
    },
    onServiceFailure: () => events.push('notice'),
    opened: Promise.resolve(),
  })
  return { ccp: createCcp(signedIn(ana, new Date()), publish), events }
}

describe('publishInOrder()', () => {
  it('sends a change to Connect, then to the host, then begins with the next change', async () => {
    const { ccp, events } = ccpWith(() => Promise.resolve())

    await Promise.all([ccp.add({ channel: 'voice' }), ccp.add({ channel: 'chat' })])

    expect(events).toEqual(['service: 1', 'agent::update', 'contact::view', 'service: 2', 'agent::update'])
  })

  it('shows a notice and continues when Connect cannot be reached', async () => {
    const { ccp, events } = ccpWith(() => Promise.reject(new Error('refused')))

    await ccp.add({ channel: 'voice' })

    expect(events).toEqual(['service: 1', 'notice', 'agent::update', 'contact::view'])
  })
})
