import { startTransition, useEffect, useState } from 'react'
import { loadedLanguage, loadLanguage, type Language } from '../i18n/load-language.ts'
import type { ChunkLoader } from './late/chunk-loader.ts'
import { loadLateParts, type LateParts } from './late/load-late.ts'

/** A language, and the late parts with words in it. */
export interface PanelLanguage extends Language {
  readonly late: ChunkLoader<LateParts>
}

export type LanguageState =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly language: PanelLanguage; readonly wanted: string }
  | { readonly status: 'failed'; readonly retry: () => void }

const withLateParts = (language: Language, wanted: string): LanguageState => ({
  status: 'loaded',
  language: { ...language, late: loadLateParts(language) },
  wanted,
})

function firstState(wanted: string): LanguageState {
  const language = loadedLanguage(wanted.split(' '))
  return language ? withLateParts(language, wanted) : { status: 'loading' }
}

/**
 * The words in the best language that the agent wants. When another language is wanted, the present one stays until that has
 * been loaded: the transition stops React from replacing the form with a fallback.
 */
export function useLanguage(locales: readonly string[]): LanguageState {
  // A page may pass a new array with the same languages at each rendering.
  const wanted = locales.join(' ')
  const [state, setState] = useState(() => firstState(wanted))
  const [tries, setTries] = useState(1)
  const isShown = state.status === 'loaded' && state.wanted === wanted
  useEffect(() => {
    if (isShown) return undefined
    let isWanted = true
    const load = async () => {
      try {
        const language = await loadLanguage(wanted.split(' '))
        if (isWanted) startTransition(() => setState(withLateParts(language, wanted)))
      } catch {
        const failed = { status: 'failed', retry: () => setTries(tries + 1) } as const
        if (isWanted) setState((before) => (before.status === 'loaded' ? before : failed))
      }
    }
    void load()
    return () => {
      isWanted = false
    }
  }, [wanted, isShown, tries])
  return state
}
