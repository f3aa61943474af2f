import { useEffect, useRef, useState } from 'react'
import type { DestinationEntry } from './destination-entry.ts'

export interface Highlight {
  /** The place of the highlighted row; -1 if there is none. */
  readonly index: number
  /** The agent moved to this row with the keys. */
  readonly isByHand: boolean
  readonly move: (step: number) => void
  /** The agent has had the time to see the rows. */
  readonly isSeen: () => boolean
}

/** A list that comes late must be on the screen for this time before Enter chooses from it. */
const seenAfterMs = 300

interface HighlightSetting {
  readonly isOpen: boolean
  readonly isLoaded: boolean
  readonly chosenKey: string
}

interface Highlighted {
  readonly text: string
  readonly key: string | undefined
  readonly isByHand: boolean
}

/**
 * The row that Enter chooses: the first result, or the row that the agent moved to. When the list is read again, the highlight
 * stays at its destination. If that is gone, no row is highlighted: Enter must not choose a row that the agent has not seen.
 */
export function useHighlight(
  options: readonly DestinationEntry[],
  text: string,
  { isOpen, isLoaded, chosenKey }: HighlightSetting,
): Highlight {
  const [highlighted, setHighlighted] = useState<Highlighted>()
  const hasRows = isOpen && options.length > 0
  if (hasRows && highlighted?.text !== text)
    setHighlighted({ text, key: text === '' ? chosenKey : options[0]?.key, isByHand: false })
  if (!isOpen && highlighted) setHighlighted(undefined)
  const [wasOpen] = useState(isOpen)
  const seenFrom = useRef(0)
  const isWaiting = isOpen && !isLoaded
  useEffect(() => {
    const come = () => {
      seenFrom.current = performance.now() + seenAfterMs
    }
    // The agent had typed before this code was loaded.
    if (wasOpen) come()
    return isWaiting ? come : undefined
  }, [isWaiting, wasOpen])
  const index = hasRows ? options.findIndex(({ key }) => key === highlighted?.key) : -1
  return {
    index,
    isByHand: highlighted?.isByHand === true,
    move: (step) => {
      const last = options.length - 1
      const from = index === -1 && step < 0 ? last + 1 : index
      // An arrow key at the end of the list goes on at the other end. Page Up and Page Down stop at the end.
      const isPage = Math.abs(step) > 1
      const next = from + step
      const place = isPage ? Math.max(0, Math.min(next, last)) : (next + last + 1) % (last + 1)
      setHighlighted({ text, key: options[place]?.key, isByHand: true })
    },
    isSeen: () => performance.now() >= seenFrom.current,
  }
}
