import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import type { DraftKind } from '../../core/message/any-draft.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { useKeysHolder } from '../notices/notices-place.tsx'
import { createChunkLoader, type ChunkLoader } from '../late/chunk-loader.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { browserKeySettings as settings } from './browser-key-settings.ts'
import { chordWords } from './chord-words.ts'
import { KeyListPlace } from './key-list-place.tsx'
import { loadKeyList, type KeyListChunk } from './load-key-list.ts'
import { listenForKeys } from './listen-for-keys.ts'
import { showKeys } from './show-keys.ts'
import { isElement, isShadowRoot } from '../controls/dom-kinds.ts'

export interface ShortcutsProps {
  /** The kind of the draft in front. */
  readonly kind: DraftKind
  readonly panelRef: RefObject<HTMLElement | null>
}

/** The keys of the panel, and the button that lists them. */
export function Shortcuts({ kind, panelRef }: ShortcutsProps) {
  const holder = useKeysHolder()
  const words = useLateMessages().keys
  const { keymap, isOff } = useSyncExternalStore(settings.subscribe, settings.getSnapshot)
  const [loader, setLoader] = useState<ChunkLoader<KeyListChunk>>()
  const [isOpen, setOpen] = useState(false)
  const buttonRef = useRef<HTMLButtonElement>(null)
  // When the list closes, the focus goes back to this element.
  const askedFromRef = useRef<Element>(null)

  useEffect(() => {
    const panel = panelRef.current
    if (!panel) return undefined
    const none: typeof keymap = new Map()
    const heard = isOff ? none : keymap
    const stopListening = listenForKeys(panel, heard)
    const stopShowing = showKeys(panel, heard, (chord) => chordWords(chord, settings.platform, words.names))
    return () => {
      stopListening()
      stopShowing()
    }
  }, [panelRef, keymap, isOff, words])

  const open = () => {
    const root = panelRef.current?.getRootNode()
    askedFromRef.current = isShadowRoot(root) ? root.activeElement : null
    setLoader(loader ?? createChunkLoader(loadKeyList))
    setOpen(true)
  }
  const close = () => {
    setOpen(false)
    const { current: place } = askedFromRef
    const isThere = isElement(place) && place.isConnected
    if (isThere) place.focus()
    else buttonRef.current?.focus()
  }
  return (
    <>
      {holder &&
        createPortal(
          <button
            ref={buttonRef}
            type="button"
            className="tl-icon-button tl-keys-button"
            data-action="keys"
            aria-label={words.title}
            aria-expanded={isOpen}
            onClick={isOpen ? close : open}
          >
            <Icon name="keyboard" />
          </button>,
          holder,
        )}
      {isOpen && loader && (
        <KeyListPlace
          kind={kind}
          loader={loader}
          settings={settings}
          onClose={close}
          onLeave={() => setOpen(false)}
        />
      )}
    </>
  )
}
