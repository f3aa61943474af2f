/** Calls a function of the host. If it throws, the exception is reported later and our code continues. */
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

/** Ends one of our subscriptions to an object of the host. */
export const endOutside = (stop: (() => void) | undefined) => () => callOutside(stop)
