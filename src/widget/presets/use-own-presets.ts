import { useEffect, useRef, useState } from 'react'
import { keptPresets, withoutPreset, withPreset } from '../../core/presets/own-preset.ts'
import { presetsLimit, type Preset } from '../../core/presets/preset.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { useMe } from '../setting/panel-queries.ts'

export type OwnPresetsNews =
  | { readonly what: 'saved' | 'full' | 'failed' }
  | { readonly what: 'deleted'; readonly preset: Preset }

export interface OwnPresets {
  /** Undefined if the browser stores no presets. */
  readonly presets: readonly Preset[] | undefined
  readonly keeps: KeptParts
  /** The policy forbids storing them in the browser. */
  readonly isForbidden: boolean
  readonly news: OwnPresetsNews | undefined
  readonly forgetNews: () => void
  readonly save: (preset: Preset) => Promise<void>
  readonly remove: (preset: Preset) => Promise<void>
}

const nothing: readonly Preset[] = []

/** The agent's own presets in this browser. */
export function useOwnPresets({ presets: store }: Pick<DraftsAtHand, 'presets'>): OwnPresets {
  const me = useMe().data
  const { issuer, subject } = me?.account ?? {}
  const keeps = me?.keepInBrowser ?? 'nothing'
  const [presets, setPresets] = useState(nothing)
  const [news, setNews] = useState<OwnPresetsNews>()
  const isOpen = store !== undefined && issuer !== undefined && subject !== undefined

  // A write may end after another agent has signed in.
  const readerRef = useRef<object>(undefined)
  useEffect(() => {
    if (!store || issuer === undefined || subject === undefined) return undefined
    const reader = {}
    readerRef.current = reader
    const read = async () => {
      // Also delete from the browser what the present policy no longer allows.
      const stored = await store.change({ issuer, subject }, (before) => keptPresets(before, keeps))
      if (readerRef.current === reader) setPresets(stored)
    }
    // A browser that stores nothing has no presets.
    read().catch(() => {})
    return () => {
      readerRef.current = undefined
      // The next agent must not see them.
      setPresets(nothing)
    }
  }, [store, issuer, subject, keeps])

  const change = async (move: (before: readonly Preset[]) => readonly Preset[], after: OwnPresetsNews) => {
    if (!store || issuer === undefined || subject === undefined) return
    const reader = readerRef.current
    try {
      const stored = await store.change({ issuer, subject }, move)
      if (readerRef.current !== reader) return
      setPresets(stored)
      setNews(after)
    } catch {
      if (readerRef.current === reader) setNews({ what: 'failed' })
    }
  }
  return {
    presets: isOpen && keeps !== 'nothing' ? presets : undefined,
    keeps,
    isForbidden: isOpen && keeps === 'nothing',
    news,
    forgetNews: () => setNews(undefined),
    save: async (preset) => {
      const isNew = presets.every(({ name }) => name !== preset.name)
      if (isNew && presets.length >= presetsLimit) setNews({ what: 'full' })
      else await change((before) => withPreset(before, preset), { what: 'saved' })
    },
    remove: (preset) => change((before) => withoutPreset(before, preset.name), { what: 'deleted', preset }),
  }
}
