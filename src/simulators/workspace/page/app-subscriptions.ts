import type { Topic } from './app-messages.ts'
import { type AppRegistration, type AppScope, mayUse } from './app-registration.ts'
import { type ContactEvent, contactNamespace, eventData, topicPermission } from './contact-events.ts'

interface Subscription {
  readonly topic: Topic
  readonly handlerId: string
}

export interface AppSubscriptionsOptions {
  readonly registration: AppRegistration
  readonly scope: AppScope
  readonly post: (message: object) => void
  readonly complain: (key: string, message: string) => void
}

/** The events of contacts that one app instance wants to hear. */
export function createAppSubscriptions({ registration, scope, post, complain }: AppSubscriptionsOptions) {
  let subscriptions: readonly Subscription[] = []
  return {
    subscribe: (topic: Topic, handlerId: string) => {
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
    },
    unsubscribe: (left: Topic) => {
      subscriptions = subscriptions.filter(({ topic }) => !sameTopic(topic, left))
    },
    tell: (events: readonly ContactEvent[]) => {
      for (const { key, contact } of events) {
        const heard = subscriptions.filter(
          ({ topic }) => topic.key === key && isMeant(topic, scope, contact.contactId),
        )
        for (const { topic, handlerId } of heard) {
          post({ type: 'publish', topic, handlerId, data: eventData(contact) })
        }
      }
    },
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
