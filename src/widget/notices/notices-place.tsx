import { createContext, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { use } from '../setting/react-19.ts'

const HolderContext = createContext<HTMLElement | undefined>(undefined)

export interface NoticesHolderProps {
  readonly notices: ReactNode
  readonly children: ReactNode
}

/**
 * Keeps the notices mounted while one form follows another. Only their element moves, so an opened list stays open, and a
 * screen reader is told nothing twice.
 */
export function NoticesHolder({ notices, children }: NoticesHolderProps) {
  const [holder] = useState(() => document.createElement('div'))
  return (
    <HolderContext value={holder}>
      {children}
      {createPortal(notices, holder)}
    </HolderContext>
  )
}

/** The place of the notices in the form in front: in its foot, where they move no field. */
export function NoticesPlace() {
  const holder = use(HolderContext)
  return (
    <div
      ref={(place) => {
        // Where it is already, moving it would take the focus out of it.
        if (place && holder && holder.parentElement !== place) place.append(holder)
      }}
    />
  )
}
