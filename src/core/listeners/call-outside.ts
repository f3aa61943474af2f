/** Calls a function that is not ours. Its exception is reported after the present work, and stops none of it. */
export function callOutside<Given extends readonly unknown[]>(
  call: ((...given: Given) => void) | undefined,
  ...given: Given
): void {
  try {
    call?.(...given)
  } catch (mistake) {
    queueMicrotask(() => reportError(mistake))
  }
}

/** Ends a subscription of ours at an object that is not ours. */
export const endOutside = (stop: (() => void) | undefined) => () => callOutside(stop)
