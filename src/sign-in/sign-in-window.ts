const features = 'popup,width=480,height=640'
const lookEveryMs = 500

/** A window for the page of the provider, addressed by its name; undefined if the browser blocks it. */
export function openSignInWindow(name: string): Window | undefined {
  const opened = window.open('', name, features)
  return opened === null || opened.closed ? undefined : opened
}

/** Calls back once if the window closes before it answers. Polls, because there is no event. Returns how to stop. */
export function watchForClose(opened: Window, onClosed: () => void): () => void {
  const looking = setInterval(() => {
    if (!opened.closed) return
    stop()
    onClosed()
  }, lookEveryMs)
  // The window closes after it has answered, while the token is still being fetched.
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
