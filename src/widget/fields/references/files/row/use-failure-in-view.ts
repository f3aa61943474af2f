import { useEffect, type RefObject } from 'react'

/** Scrolls to a file that has failed, unless the agent is typing: their field must not move. */
export function useFailureInView(row: RefObject<HTMLElement | null>, isFailed: boolean): void {
  useEffect(() => {
    if (!isFailed) return
    const isTyping = row.current
      ?.closest('form')
      ?.querySelector('textarea:focus, input:not([type="radio"], [type="checkbox"]):focus')
    if (!isTyping) row.current?.scrollIntoView({ block: 'nearest' })
  }, [row, isFailed])
}
