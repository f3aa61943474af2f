import { useEffect, type RefObject } from 'react'
import { defaultKeymap } from './keymap.ts'
import { listenForKeys } from './listen-for-keys.ts'

export interface ShortcutsProps {
  readonly panelRef: RefObject<HTMLElement | null>
}

/** The keys of the panel. */
export function Shortcuts({ panelRef }: ShortcutsProps) {
  useEffect(() => {
    const keymap = defaultKeymap(/^(Mac|iP)/.test(navigator.platform) ? 'apple' : 'other')
    return panelRef.current ? listenForKeys(panelRef.current, () => keymap) : undefined
  }, [panelRef])
  return null
}
