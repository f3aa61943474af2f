/** A press of "Try again" leads to a failure within this time. */
const pressMs = 5_000

const reloadedKey = 'tasklink.reloadedAt'

/** Two servers of different versions must not send a page to and fro. */
const reloadEveryMs = 3_600_000

/**
 * A new deployment removes the files of the one before, which a page that is open still wants. Once a part of the page cannot
 * be loaded and the server has another page by now, the page is loaded again: by itself if the agent has typed nothing, else
 * when they press for the missing part. Drafts are stored on the way out, and a call or a text that would be lost stops it.
 */
export function followDeployments(): void {
  let hasTyped = false
  let pressedAt = -Infinity
  const use = ({ type, timeStamp }: Event) => {
    if (type === 'input') hasTyped = true
    else pressedAt = timeStamp
  }
  window.addEventListener('input', use, true)
  window.addEventListener('click', use, true)
  // Vite tells it of each part that could not be loaded.
  window.addEventListener('vite:preloadError', ({ timeStamp }) => {
    const isPressed = timeStamp - pressedAt < pressMs
    const reload = async () => {
      if (!(await isReplaced())) return
      if (isPressed || (!hasTyped && mayLeave() && isFirstTime())) location.reload()
    }
    reload().catch(() => {})
  })
}

/** Whether nothing would be lost, as the parts of the page say when they are asked. */
const mayLeave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

/** Whether the server gives this address another script by now. */
async function isReplaced(): Promise<boolean> {
  const own = document.querySelector('script[src]')?.getAttribute('src') ?? ''
  const answer = await fetch(location.pathname, { cache: 'no-store' })
  return answer.ok && !(await answer.text()).includes(own)
}

/** Whether this tab was not loaded again by itself in the last hour. It throws in a frame without storage, which needs a press. */
function isFirstTime(): boolean {
  const now = Date.now()
  if (now - Number(sessionStorage.getItem(reloadedKey)) < reloadEveryMs) return false
  sessionStorage.setItem(reloadedKey, `${now}`)
  return true
}
