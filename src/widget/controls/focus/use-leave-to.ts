import { useCallback, type RefObject } from 'react'

/** The `ref` of a control that may disappear while it has the focus. Then the next control gets the focus. */
export const useLeaveTo = (nextRef: RefObject<HTMLElement | null>) =>
  useCallback(
    (control: HTMLElement | null) => () => {
      if (control?.matches(':focus')) nextRef.current?.focus()
    },
    [nextRef],
  )
