import type { StartTaskContactCommandInput } from '@aws-sdk/client-connect'
import { startTaskContact } from '../../simulators/connect/operations/start-task-contact.ts'
import { demoSeed } from '../../simulators/connect/state/demo-seed.ts'
import { createInstanceState } from '../../simulators/connect/state/instance-state.ts'
import type { TaskTemplate } from '../../simulators/connect/templates/task-template.ts'
import { ServiceError } from '../../simulators/connect/wire/service-error.ts'
import { now } from '../instance-at-noon.ts'

/**
 * Asks Connect without the network, which is fast enough for many cases. No request is sent twice, so it has no client token.
 */
export function connectInProcess(templates: readonly TaskTemplate[]) {
  const state = createInstanceState({ ...demoSeed, templates }, () => now.getTime())
  return (parameters: StartTaskContactCommandInput): number | string => {
    const { ScheduledTime: time, ClientToken: _token, ...others } = parameters
    const body = Buffer.from(JSON.stringify({ ...others, ScheduledTime: time && time.getTime() / 1_000 }))
    try {
      // A task without files is answered at once.
      void startTaskContact.answer({ labels: new Map(), query: new URLSearchParams(), body }, state)
      return 200
    } catch (error) {
      return error instanceof ServiceError ? error.status : String(error)
    }
  }
}
