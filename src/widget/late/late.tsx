import { createContext, Suspense, useSyncExternalStore, type ReactNode } from 'react'
import { usePanelSetting } from '../setting/panel-setting.ts'
import { use } from '../setting/react-19.ts'
import type { ChunkLoader } from './chunk-loader.ts'
import { LateLanguageContext } from './late-messages.ts'
import type { LateParts } from './load-late.ts'

/** The loader of one panel. */
export const LateContext = createContext<ChunkLoader<LateParts> | undefined>(undefined)

export function useLateLoader(): ChunkLoader<LateParts> {
  const loader = use(LateContext)
  if (!loader) throw new Error('A part of the task panel was used outside <TaskPanel>.')
  return loader
}

/** The chunk could not be loaded, and the agent has not tried again. */
export function useIsLateFailed(): boolean {
  const { subscribe, getSnapshot } = useLateLoader()
  return useSyncExternalStore(subscribe, getSnapshot).status === 'failed'
}

export interface LateProps {
  readonly children: (parts: LateParts) => ReactNode
  /** Shown until the chunk has been loaded. By default it says that the part is loading, or that loading failed. */
  readonly fallback?: ReactNode
}

const pending = <Pending />

/**
 * The Suspense boundary of a late part. Never put it around a field that the agent may be typing in: a boundary that suspends
 * takes the focus away.
 */
export function Late({ children, fallback = pending }: LateProps) {
  return (
    <Suspense fallback={fallback}>
      <Loaded>{children}</Loaded>
    </Suspense>
  )
}

function Loaded({ children }: Pick<LateProps, 'children'>) {
  const { locale, zone } = usePanelSetting()
  // One promise for all parts, so that a part that is mounted later does not suspend again.
  const parts = use(useLateLoader().loaded)
  return <LateLanguageContext value={parts.languageIn(locale, zone)}>{children(parts)}</LateLanguageContext>
}

function Pending() {
  const { messages } = usePanelSetting()
  const { retry } = useLateLoader()
  if (!useIsLateFailed()) return <p>{messages.panel.loading}</p>
  return (
    <p>
      <span>{`${messages.panel.partMissing} `}</span>
      <button type="button" onClick={retry}>
        {messages.panel.retry}
      </button>
    </p>
  )
}
