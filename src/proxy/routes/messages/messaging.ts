import { ProblemError } from '../../problem-error.ts'
import type { MessageParts } from '../../messages/messaging.ts'
import type { RouteParts } from '../route.ts'

/** Rejects where the proxy has no secret for numbers: no policy of it allows messages then. */
export function messagingOf(parts: RouteParts): MessageParts {
  const { messaging } = parts
  if (messaging) return { ...parts, messaging }
  throw new ProblemError({
    code: 'forbidden',
    reason: 'messages-not-allowed',
    detail: 'This deployment sends no messages.',
  })
}
