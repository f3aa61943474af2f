import type { CcpState } from '../../ccp/page/ccp-state.ts'
import { type AppMessage, type AppRequest, appMessageSchema, type Topic } from './app-messages.ts'
import { appConfig, type AppRegistration, type AppScope, mayUse } from './app-registration.ts'
import { answerRequest, type Asked, Refusal } from './app-requests.ts'
import { type ContactEvent, contactNamespace, eventData, topicPermission } from './contact-events.ts'

/** If the app has not finished after this time, its frame is removed anyway. */
const destroyTimeoutMs = 5_000

export type AppStage = 'creating' | 'hidden' | 'shown' | 'destroying' | 'destroyed'

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

/** The workspace's side of one app instance. The SDK requires this order: create, start and stop, destroy. */
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

interface Subscription {
  readonly topic: Topic
  readonly handlerId: string
}

export function connectApp(options: AppConnectionOptions): AppConnection {
  const { port, registration, scope, state, healthCheckIntervalMs, isSilent, onClose } = options
  const instanceId = crypto.randomUUID()
  const startTime = new Date()
  const received: AppMessage[] = []
  let subscriptions: readonly Subscription[] = []
  let stage: AppStage = 'creating'
  let isWanted = false
  let healthChecks = 0
  let finished: (() => void) | undefined
  let destroyed: Promise<void> | undefined

  const post = (message: object) => {
    if (!isSilent()) port.postMessage(message)
  }

  const enter = (step: 'create' | 'start' | 'stop' | 'destroy') => {
    const config = appConfig(registration)
    const contactScope = scope.type === 'contact' ? { contactScope: scope } : {}
    post({
      type: 'appLifecycle',
      stage: step,
      instanceId,
      appInstanceId: instanceId,
      config,
      appConfig: config,
      scope,
      ...contactScope,
      parameters: {},
      launchedBy: { type: 'internal' },
      region: 'us-east-1',
    })
  }

  const follow = () => {
    const next = isWanted ? 'shown' : 'hidden'
    if ((stage !== 'shown' && stage !== 'hidden') || stage === next) return
    stage = next
    enter(next === 'shown' ? 'start' : 'stop')
  }

  const complain = (key: string, message: string) =>
    post({ type: 'error', key, message, isFatal: false, status: { initialized: true, startTime } })

  const subscribe = (topic: Topic, handlerId: string) => {
    const permission = topic.namespace === contactNamespace ? topicPermission(topic.key) : undefined
    const { parameter: _, ...told } = topic
    if (permission === undefined) return complain('unknownTopic', `Unknown topic ${JSON.stringify(told)}`)
    if (!mayUse(registration, permission)) {
      return complain(
        'noPermission',
        `App attempted to subscribe to topic without permission - Topic ${JSON.stringify(told)}`,
      )
    }
    subscriptions = [...subscriptions, { topic, handlerId }]
  }

  const answer = (request: AppRequest) => {
    const { namespace, requestId } = request
    const asked: Asked = { registration, scope, state: state() }
    try {
      const data = answerRequest(asked, request)
      post({ type: 'response', namespace, requestId, isError: false, data })
    } catch (failure) {
      const errorKey = failure instanceof Refusal ? failure.errorKey : 'invalidRequest'
      const reason = failure instanceof Error ? failure.message : String(failure)
      post({ type: 'response', namespace, requestId, isError: true, errorKey, reason, details: {} })
    }
  }

  const complete = (completed: 'create' | 'destroy') => {
    if (completed === 'create' && stage === 'creating') {
      stage = 'hidden'
      follow()
    }
    if (completed === 'destroy') finished?.()
  }

  const hear = (message: AppMessage) => {
    switch (message.type) {
      case 'request':
        return answer(message)
      case 'subscribe':
        return subscribe(message.topic, message.handlerId)
      case 'unsubscribe':
        subscriptions = subscriptions.filter(({ topic }) => !sameTopic(topic, message.topic))
        return undefined
      case 'healthCheck':
        healthChecks += 1
        return post({ type: 'healthCheckResponse', time: Date.now(), counter: healthChecks })
      case 'appLifecycleHandlerCompleted':
        return complete(message.stage)
      case 'closeApp':
        return onClose()
      case 'log':
      case 'metric':
        return undefined
    }
  }

  const destroy = async () => {
    if (stage !== 'creating') {
      stage = 'destroying'
      await new Promise<void>((resolve) => {
        finished = resolve
        setTimeout(resolve, destroyTimeoutMs)
        enter('destroy')
      })
    }
    stage = 'destroyed'
    port.close()
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
  enter('create')

  return {
    instanceId,
    stage: () => stage,
    received: () => [...received],
    show: () => {
      isWanted = true
      follow()
    },
    hide: () => {
      isWanted = false
      follow()
    },
    tell: (events) => {
      for (const { key, contact } of events) {
        const heard = subscriptions.filter(
          ({ topic }) => topic.key === key && isMeant(topic, scope, contact.contactId),
        )
        for (const { topic, handlerId } of heard) {
          post({ type: 'publish', topic, handlerId, data: eventData(contact) })
        }
      }
    },
    destroy: () => (destroyed ??= destroy()),
  }
}

const sameTopic = (one: Topic, other: Topic) =>
  one.namespace === other.namespace && one.key === other.key && one.parameter === other.parameter

/** A topic without a contact id means the app's contact, or all contacts if the app was opened for none. */
function isMeant({ parameter }: Topic, scope: AppScope, contactId: string): boolean {
  const own = scope.type === 'contact' ? scope.contactId : undefined
  if (parameter === undefined) return own === undefined || contactId === own
  return contactId === (parameter === 'CURRENT_CONTACT' ? own : parameter)
}
