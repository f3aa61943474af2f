import { startTransition, useEffect, useState } from 'react'
import { loadLanguage, type Language } from '../i18n/load-language.ts'
import type { ChunkLoader } from './late/chunk-loader.ts'
import { loadLateParts, type LateParts } from './late/load-late.ts'

/** A language, and the late parts whose words are in it. */
export interface PanelLanguage extends Language {
  readonly late: ChunkLoader<LateParts>
}

export type LanguageState =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly language: PanelLanguage }
  | { readonly status: 'failed'; readonly retry: () => void }

/**
 * The words for the languages that the agent wants. A panel that shows one language goes on in it until another has
 * been loaded: the transition keeps React from replacing the form by a fallback meanwhile.
 */
export function useLanguage(locales: readonly string[]): LanguageState {
  const [state, setState] = useState<LanguageState>({ status: 'loading' })
  const [tries, setTries] = useState(1)
  // A page may give an equal list anew at each render.
  const wanted = locales.join(' ')
  useEffect(() => {
    let isWanted = true
    const load = async () => {
      try {
        const language = await loadLanguage(wanted.split(' '))
        if (!isWanted) return
        const late = loadLateParts(language)
        startTransition(() => setState({ status: 'loaded', language: { ...language, late } }))
      } catch {
        const failed = { status: 'failed', retry: () => setTries(tries + 1) } as const
        if (isWanted) setState((before) => (before.status === 'loaded' ? before : failed))
      }
    }
    void load()
    return () => {
      isWanted = false
    }
  }, [wanted, tries])
  return state
}
