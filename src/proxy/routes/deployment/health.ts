import { dependencyNames } from '../../logs/dependency-log.ts'
import type { Route } from '../route.ts'

/** The process is alive. */
export const healthRoute: Route = {
  method: 'get',
  path: '/healthz',
  handle: (context) => context.json({ healthy: true }),
}

/** The proxy could answer an agent now. */
export const readyRoute: Route = {
  method: 'get',
  path: '/readyz',
  async handle(context, { signInProvider, agents, messaging, notReadyReasons, isStopping }) {
    const isReady = {
      'identity provider': signInProvider.isReady,
      'Amazon Connect': agents.isReady,
      NUMBER_HASH_SECRET: () => messaging?.numberSecret.isReady() !== false,
    }
    // Another proxy may have started since the last check.
    await messaging?.numberSecret.prepare().catch(() => {})
    const waitingFor = () => dependencyNames.filter((name) => !isReady[name]())
    // A proxy without traffic knows only old answers, so this request makes it ask again if it has not asked lately.
    const asked = Promise.allSettled([signInProvider.prepare(), agents.prepare()])
    if (waitingFor().length > 0) await asked
    const stopping = isStopping()
    const ready = waitingFor().length === 0 && !stopping
    // Anyone can read this. The log has the rest.
    const reasons = Object.fromEntries(waitingFor().map((name) => [name, notReadyReasons[name]() ?? null]))
    return context.json({ ready, waitingFor: waitingFor(), reasons, stopping }, ready ? 200 : 503)
  },
}
