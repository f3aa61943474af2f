import type { CcpState } from '../../ccp/page/state/ccp-state.ts'
import { createAppLifecycle, type AppStage } from './app-lifecycle.ts'
import { type AppMessage, type AppRequest, appMessageSchema } from './app-messages.ts'
import type { AppRegistration, AppScope } from './app-registration.ts'
import { answerRequest, type Asked, Refusal } from './app-requests.ts'
import { createAppSubscriptions } from './app-subscriptions.ts'
import type { ContactEvent } from './contact-events.ts'

export interface AppConnectionOptions {
  readonly port: MessagePort
  readonly registration: AppRegistration
  readonly scope: AppScope
  readonly state: () => CcpState
  readonly healthCheckIntervalMs: number
  /** While true, the workspace ignores the app's messages and posts none. */
  readonly isSilent: () => boolean
  /** Called when the app asks to be closed. */
  readonly onClose: () => void
}

/** The workspace's side of one app instance. */
export interface AppConnection {
  readonly instanceId: string
  readonly stage: () => AppStage
  /** The messages from the app, in order. */
  readonly received: () => readonly AppMessage[]
  readonly show: () => void
  readonly hide: () => void
  readonly tell: (events: readonly ContactEvent[]) => void
  /** Resolves when the app has finished, or after the timeout. */
  readonly destroy: () => Promise<void>
}

function responseTo(request: AppRequest, asked: Asked) {
  const { namespace, requestId } = request
  const response = { type: 'response', namespace, requestId }
  try {
    return { ...response, isError: false, data: answerRequest(asked, request) }
  } catch (failure) {
    const errorKey = failure instanceof Refusal ? failure.errorKey : 'invalidRequest'
    const reason = failure instanceof Error ? failure.message : String(failure)
    return { ...response, isError: true, errorKey, reason, details: {} }
  }
}

export function connectApp(options: AppConnectionOptions): AppConnection {
  const { port, registration, scope, state, healthCheckIntervalMs, isSilent, onClose } = options
  const instanceId = crypto.randomUUID()
  const startTime = new Date()
  const received: AppMessage[] = []
  let healthChecks = 0
  let destroyed: Promise<void> | undefined

  const closed = async () => {
    await lifecycle.destroy()
    port.close()
  }

  const post = (message: object) => {
    if (!isSilent()) port.postMessage(message)
  }

  const complain = (key: string, message: string) =>
    post({ type: 'error', key, message, isFatal: false, status: { initialized: true, startTime } })

  const lifecycle = createAppLifecycle({ instanceId, registration, scope, post })
  const subscriptions = createAppSubscriptions({ registration, scope, post, complain })

  const hear = (message: AppMessage) => {
    switch (message.type) {
      case 'request':
        return post(responseTo(message, { registration, scope, state: state() }))
      case 'subscribe':
        return subscriptions.subscribe(message.topic, message.handlerId)
      case 'unsubscribe':
        return subscriptions.unsubscribe(message.topic)
      case 'healthCheck':
        healthChecks += 1
        return post({ type: 'healthCheckResponse', time: Date.now(), counter: healthChecks })
      case 'appLifecycleHandlerCompleted':
        return lifecycle.complete(message.stage)
      case 'closeApp':
        return onClose()
      case 'log':
      case 'metric':
        return undefined
    }
  }

  port.addEventListener('message', ({ data }) => {
    if (isSilent()) return
    const message = appMessageSchema.parse(data)
    received.push(message)
    hear(message)
  })
  port.start()
  post({
    type: 'acknowledge',
    connectionId: crypto.randomUUID(),
    status: { initialized: true, startTime },
    healthCheckInterval: healthCheckIntervalMs,
  })
  lifecycle.create()

  return {
    instanceId,
    stage: lifecycle.stage,
    received: () => [...received],
    show: () => lifecycle.want(true),
    hide: () => lifecycle.want(false),
    tell: subscriptions.tell,
    destroy: () => (destroyed ??= closed()),
  }
}
