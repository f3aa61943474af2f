import { useEffect, useRef, useState } from 'react'
import type { DestinationEntry } from './destination-entry.ts'

export interface Highlight {
  /** The place of the highlighted row; -1 if there is none. */
  readonly index: number
  /** The agent moved to it, by keys. */
  readonly isByHand: boolean
  readonly move: (step: number) => void
  /** The agent has had the time to see the rows. */
  readonly isSeen: () => boolean
}

/** A list that the agent waited for is on the screen for this time before Enter chooses from it. */
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
 * The row that Enter chooses: the first that is found, or the one that the agent moved to. It stays with its destination when
 * the list is read again, and if that is gone none is highlighted: Enter must choose nothing that the agent has not seen.
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
      // From one end an arrow goes on at the other; a page stops there.
      const isPage = Math.abs(step) > 1
      const next = from + step
      const place = isPage ? Math.max(0, Math.min(next, last)) : (next + last + 1) % (last + 1)
      setHighlighted({ text, key: options[place]?.key, isByHand: true })
    },
    isSeen: () => performance.now() >= seenFrom.current,
  }
}
