import { useEffect, useState, useSyncExternalStore, type RefObject } from 'react'
import type { ContactSource } from '../../../contacts/contact-source.ts'
import type { Me } from '../../../contract/reads/me.ts'
import { endOutside } from '../../../core/listeners/call-outside.ts'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import type { Desk, Hands } from '../../../drafts/desk/desk.ts'
import type { DraftStore } from '../../../drafts/draft-store.ts'
import { createDraftsAtHand, type DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { placedMark } from '../../controls/focus/use-first-focus.ts'

export interface DeskHandle {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  /** Whether the browser stores drafts. Undefined until that is known. */
  readonly isStored: boolean | undefined
}

export interface DeskSetting {
  readonly source: ContactSource
  readonly store: DraftStore
  /** The signed-in agent, and which parts of a draft policy lets the browser store. */
  readonly me: Pick<Me, 'account' | 'keepInBrowser'> | undefined
  /** Calls back when the agent signs out. Returns a function that stops it. */
  readonly onSignedOut: (signedOut: () => void) => () => void
  readonly panelRef: RefObject<HTMLElement | null>
}

/** The agent's drafts. They follow the contacts of the source and the signed-in account. */
export function useDesk(setting: DeskSetting): DeskHandle {
  const { source, store, me, onSignedOut, panelRef } = setting
  const [isStored, setIsStored] = useState<boolean>()
  const [drafts] = useState(() =>
    // The form replaces this empty draft as soon as it knows the rules.
    createDraftsAtHand({ store, blank: emptyDraft, onStore: setIsStored }),
  )
  const desk = useSyncExternalStore(drafts.subscribe, drafts.getSnapshot)

  useEffect(() => {
    const see = () => drafts.see(source.getSnapshot(), handsAt(panelRef.current))
    see()
    return endOutside(source.subscribe(see))
  }, [drafts, source, panelRef])

  useEffect(() => endOutside(source.beforeGone?.(drafts.flush)), [drafts, source])

  const { issuer, subject } = me?.account ?? {}
  const keeps = me?.keepInBrowser
  useEffect(() => {
    if (issuer !== undefined && subject !== undefined && keeps) drafts.open({ issuer, subject }, keeps)
  }, [drafts, issuer, subject, keeps])

  useEffect(() => endOutside(onSignedOut(drafts.clear)), [drafts, onSignedOut])

  const page = usePageOf(panelRef)
  useEffect(() => {
    const window = page?.defaultView
    if (!page || !window) return undefined
    const keep = () => {
      // The browser may discard a hidden page without another event.
      void drafts.leave()
      // While the page was hidden, it may have missed changes of another window.
      if (!page.hidden) void drafts.withSaved(({ follow }) => follow())
    }
    page.addEventListener('visibilitychange', keep)
    window.addEventListener('pagehide', keep)
    return () => {
      page.removeEventListener('visibilitychange', keep)
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [drafts, page])

  return { desk, drafts, isStored }
}

/** The document that contains the panel. A host may move the panel into another window. */
const usePageOf = (panelRef: RefObject<HTMLElement | null>): Document | undefined =>
  useSyncExternalStore(noNews, () => panelRef.current?.ownerDocument)

/** No event says that the panel has moved, so React only asks again at each rendering. */
const noNews = () => () => {}

const writingPlaces = `:is(input, textarea, select, [role='combobox']):not([${placedMark}])`

/**
 * Whether the focus is in a field ("writing"), elsewhere in the panel ("near") or outside ("away"). A field that the panel
 * itself has focused counts as "near".
 */
function handsAt(panel: HTMLElement | null): Hands {
  if (!panel?.ownerDocument.hasFocus() || !panel.matches(':focus-within')) return 'away'
  return panel.querySelector(':focus')?.matches(writingPlaces) ? 'writing' : 'near'
}
