const features = 'popup,width=480,height=640'
const lookEveryMs = 500

/** A window for the provider's page, which others may fill by its name; absent if the browser blocks it. */
export function openSignInWindow(name: string): Window | undefined {
  const opened = window.open('', name, features)
  return opened === null || opened.closed ? undefined : opened
}

/** Calls back once if the window goes before it has answered; no event tells. Returns how to stop looking. */
export function watchForClose(opened: Window, onClosed: () => void): () => void {
  const looking = setInterval(() => {
    if (!opened.closed) return
    stop()
    onClosed()
  }, lookEveryMs)
  // It is closed once it has answered, and then the token is still to be fetched.
  const hear = (event: MessageEvent) => {
    if (event.source === opened && event.origin === location.origin) stop()
  }
  window.addEventListener('message', hear)
  function stop() {
    clearInterval(looking)
    window.removeEventListener('message', hear)
  }
  return stop
}
