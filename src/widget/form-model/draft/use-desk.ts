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
  /** Whether the browser stores drafts; undefined until it is known. */
  readonly isStored: boolean | undefined
}

export interface DeskSetting {
  readonly source: ContactSource
  readonly store: DraftStore
  /** The agent that is signed in, and what policy lets the browser store of their drafts. */
  readonly me: Pick<Me, 'account' | 'keepInBrowser'> | undefined
  /** Calls back when the agent signs out; returns how to stop. */
  readonly onSignedOut: (signedOut: () => void) => () => void
  readonly panelRef: RefObject<HTMLElement | null>
}

/** The agent's drafts, in step with the contacts of the source and with the account that is signed in. */
export function useDesk(setting: DeskSetting): DeskHandle {
  const { source, store, me, onSignedOut, panelRef } = setting
  const [isStored, setIsStored] = useState<boolean>()
  const [drafts] = useState(() =>
    // The form tells the desk of its own blank draft as soon as it knows its rules.
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
      // A hidden page may be discarded without a further event.
      void drafts.leave()
      // It may have missed what another window has changed.
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

/** The document that the panel is in. A host may move the panel into another window, and shows it there anew. */
const usePageOf = (panelRef: RefObject<HTMLElement | null>): Document | undefined =>
  useSyncExternalStore(noNews, () => panelRef.current?.ownerDocument)

/** The browser tells no page that a panel has left it; React asks at each rendering. */
const noNews = () => () => {}

const writingPlaces = `:is(input, textarea, select, [role='combobox']):not([${placedMark}])`

/** Whether the focus is in a field of the panel, elsewhere in it, or outside. A field that only the panel chose counts as elsewhere. */
function handsAt(panel: HTMLElement | null): Hands {
  if (!panel?.ownerDocument.hasFocus() || !panel.matches(':focus-within')) return 'away'
  return panel.querySelector(':focus')?.matches(writingPlaces) ? 'writing' : 'near'
}
