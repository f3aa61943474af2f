import { useEffect, type RefObject } from 'react'

/** Brings a file that has failed into view, unless the agent is typing: the field must stay where it is. */
export function useFailureInView(row: RefObject<HTMLElement | null>, isFailed: boolean): void {
  useEffect(() => {
    if (!isFailed) return
    const isTyping = row.current
      ?.closest('form')
      ?.querySelector('textarea:focus, input:not([type="radio"], [type="checkbox"]):focus')
    if (!isTyping) row.current?.scrollIntoView({ block: 'nearest' })
  }, [row, isFailed])
}
