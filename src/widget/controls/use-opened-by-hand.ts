import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Calls back when the agent opens the section around an element, by pressing its summary or with a key that puts the focus
 * there. A complaint that opens the section does not count: it has a field of its own to lead to.
 */
export function useOpenedByHand(inside: RefObject<Element | null>, onOpened: () => void): void {
  const latest = useRef(onOpened)
  // `toggle` comes late: content that is loaded in the meantime has already noted the opening when it was mounted.
  const isNoted = useRef(false)
  useLayoutEffect(() => {
    latest.current = onOpened
  })
  useEffect(() => {
    const details = inside.current?.closest('details')
    const summary = details?.querySelector('summary')
    if (!details || !summary) return undefined
    // Some browsers do not focus a summary when it is clicked.
    let isPressed = false
    const noteOpened = () => {
      const isOpened = details.open && !isNoted.current
      isNoted.current = details.open
      if (isOpened && (isPressed || summary.matches(':focus'))) latest.current()
      isPressed = false
    }
    const notePressed = () => {
      isPressed = true
    }
    // The section may have been opened before its content had been loaded.
    noteOpened()
    summary.addEventListener('click', notePressed)
    details.addEventListener('toggle', noteOpened)
    return () => {
      summary.removeEventListener('click', notePressed)
      details.removeEventListener('toggle', noteOpened)
    }
  }, [inside])
}
