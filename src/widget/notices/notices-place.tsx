import { createContext, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { use } from '../setting/react-19.ts'

interface Holders {
  readonly notices: HTMLElement
  readonly keys: HTMLElement
}

const HoldersContext = createContext<Holders | undefined>(undefined)

export interface PartsHolderProps {
  readonly notices: ReactNode
  /** The list of keys. Its button is moved into the form in front. */
  readonly keys: ReactNode
  readonly children: ReactNode
}

/**
 * Keeps the notices and the button with the keys mounted when another form replaces the present one. Only their elements are
 * moved, so that an open list stays open and a screen reader reads nothing twice.
 */
export function PartsHolder({ notices, keys, children }: PartsHolderProps) {
  const [holders] = useState(() => ({
    notices: document.createElement('div'),
    keys: document.createElement('div'),
  }))
  return (
    <HoldersContext value={holders}>
      {keys}
      {children}
      {createPortal(notices, holders.notices)}
    </HoldersContext>
  )
}

/** Undefined outside of a panel. */
export const useKeysHolder = (): HTMLElement | undefined => use(HoldersContext)?.keys

function Place({ part }: { readonly part: keyof Holders }) {
  const holder = use(HoldersContext)?.[part]
  return (
    <div
      ref={(place) => {
        // Do not move an element that is in the right place: it would lose the focus.
        if (place && holder && holder.parentElement !== place) place.append(holder)
      }}
    />
  )
}

/** The place of the notices in the form in front: in its foot, where they move no field. */
export const NoticesPlace = () => <Place part="notices" />

/** The place of the button with the keys, so that its Tab order matches its position at the end of the first line. */
export const KeysPlace = () => <Place part="keys" />
