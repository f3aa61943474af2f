import { appConfig, type AppRegistration, type AppScope } from './app-registration.ts'

/** If the app has not finished after this time, its frame is removed anyway. */
const destroyTimeoutMs = 5_000

export type AppStage = 'creating' | 'hidden' | 'shown' | 'destroying' | 'destroyed'

export interface AppLifecycleOptions {
  readonly instanceId: string
  readonly registration: AppRegistration
  readonly scope: AppScope
  readonly post: (message: object) => void
}

/** The stages of one app instance. The SDK requires this order: create, start and stop, destroy. */
export function createAppLifecycle({ instanceId, registration, scope, post }: AppLifecycleOptions) {
  let stage: AppStage = 'creating'
  let isWanted = false
  let finished: (() => void) | undefined

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

  return {
    stage: () => stage,
    create: () => enter('create'),
    want: (isShown: boolean) => {
      isWanted = isShown
      follow()
    },
    /** The app has finished a step. */
    complete: (completed: 'create' | 'destroy') => {
      if (completed === 'create' && stage === 'creating') {
        stage = 'hidden'
        follow()
      }
      if (completed === 'destroy') finished?.()
    },
    /** Resolves when the app has finished, or after the timeout. */
    destroy: async () => {
      if (stage !== 'creating') {
        stage = 'destroying'
        await new Promise<void>((resolve) => {
          finished = resolve
          setTimeout(resolve, destroyTimeoutMs)
          enter('destroy')
        })
      }
      stage = 'destroyed'
    },
  }
}
