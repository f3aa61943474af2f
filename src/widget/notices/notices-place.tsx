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
  /** The list of keys. Its button comes into the holder. */
  readonly keys: ReactNode
  readonly children: ReactNode
}

/**
 * Keeps the notices, and the button with the keys, mounted while one form follows another. Only their elements move, so an
 * opened list stays open, and a screen reader says nothing twice.
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
        // Where it is already, moving it would take the focus out of it.
        if (place && holder && holder.parentElement !== place) place.append(holder)
      }}
    />
  )
}

/** The place of the notices in the form in front: in its foot, where they move no field. */
export const NoticesPlace = () => <Place part="notices" />

/** The place of the button with the keys: the Tab key comes to it where it is seen, at the end of the first line. */
export const KeysPlace = () => <Place part="keys" />
