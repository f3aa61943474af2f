/** How an API method answers: correctly, with an error, late, or never. */
export const apiModes = ['ok', 'fail', 'slow', 'drop'] as const

export type ApiMode = (typeof apiModes)[number]

/** Whether the CCP acknowledges the host's keep-alive. */
export type KeepAliveMode = 'answered' | 'lost'

/** How this page answers its host. */
export interface AnswerModes {
  readonly api: (method: string) => ApiMode
  readonly keepAlive: () => KeepAliveMode
  /** Without `method`: the mode of all methods that have no mode of their own. */
  readonly setApi: (mode: ApiMode, method?: string) => void
  readonly setKeepAlive: (mode: KeepAliveMode) => void
}

export function createAnswerModes(): AnswerModes {
  const ofMethods = new Map<string, ApiMode>()
  let ofAll: ApiMode = 'ok'
  let keepAlive: KeepAliveMode = 'answered'
  return {
    api: (method) => ofMethods.get(method) ?? ofAll,
    keepAlive: () => keepAlive,
    setApi(mode, method) {
      if (method === undefined) ofAll = mode
      else ofMethods.set(method, mode)
    },
    setKeepAlive(mode) {
      keepAlive = mode
    },
  }
}
