import { useCallback, type RefObject } from 'react'

/** The `ref` of a control that may go while the keyboard is on it: the keyboard then goes on at the next. */
export const useLeaveTo = (nextRef: RefObject<HTMLElement | null>) =>
  useCallback(
    (control: HTMLElement | null) => () => {
      if (control?.matches(':focus')) nextRef.current?.focus()
    },
    [nextRef],
  )
