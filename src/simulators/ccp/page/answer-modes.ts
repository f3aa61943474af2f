/** How an API method answers: as it should, with an error, late, or never. */
export const apiModes = ['ok', 'fail', 'slow', 'drop'] as const

export type ApiMode = (typeof apiModes)[number]

/** Whether the host's keep-alive is acknowledged, or its acknowledgements are lost. */
export type KeepAliveMode = 'answered' | 'lost'

/** How this page answers its host while it is open. */
export interface AnswerModes {
  readonly api: (method: string) => ApiMode
  readonly keepAlive: () => KeepAliveMode
  /** Without a method, for all that have no mode of their own. */
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
