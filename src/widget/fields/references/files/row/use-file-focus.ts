import { useLayoutEffect, useRef, type RefObject } from 'react'

/** When the focused file is removed or comes back, the file at that place gets the focus, or “Add files” if there is none. */
export function useFileFocus(
  place: RefObject<Element | null>,
  files: readonly unknown[],
): (position: number) => void {
  const wanted = useRef<{ readonly position: number; readonly before: readonly unknown[] }>(undefined)
  useLayoutEffect(() => {
    if (!wanted.current || wanted.current.before === files) return
    const { position } = wanted.current
    wanted.current = undefined
    const rows = place.current?.querySelectorAll<HTMLElement>('.tl-file .tl-remove') ?? []
    const target = rows[position] ?? place.current?.querySelector<HTMLElement>('.tl-add-files')
    target?.focus()
  })
  return (position) => {
    wanted.current = { position, before: files }
  }
}
