import { agentUpdate } from './agent-update.ts'
import type { CcpState } from '../state/ccp-state.ts'
import type { TellService } from '../connect/connect-service.ts'
import type { Host } from './host.ts'

/** Sends a state to Connect and to the host, with the view events that led to it. */
export type Publish = (state: CcpState, views: readonly string[]) => Promise<void>

export interface PublishOptions {
  readonly host: Host
  readonly tellService: TellService
  readonly onServiceFailure: (failure: unknown) => void
  /** Publishing waits for this. */
  readonly opened: Promise<void>
}

/** Publishes states in order, each to Connect first, so that Connect knows each contact before the host does. */
export function publishInOrder({ host, tellService, onServiceFailure, opened }: PublishOptions): Publish {
  let published = opened

  const publishOne = async (state: CcpState, views: readonly string[]) => {
    try {
      await tellService(state)
    } catch (failure) {
      onServiceFailure(failure)
    }
    host.post('agent::update', agentUpdate(state, new Date()))
    for (const contactId of views) host.post('contact::view', { contactId })
  }

  return (state, views) => {
    published = published.then(() => publishOne(state, views))
    return published
  }
}
