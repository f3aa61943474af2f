/** A load that fails within this time after a press counts as the result of "Try again". */
const pressMs = 5_000

const reloadedKey = 'tasklink.reloadedAt'

/** Two servers with different versions must not make the page reload forever. */
const reloadEveryMs = 3_600_000

/**
 * A new deployment removes the files of the one before, which an open page may still need. If a part of the page cannot be
 * loaded and the server has a new page, the page reloads: by itself if the agent has typed nothing, otherwise when they press
 * "Try again". Drafts are stored before. If a call or a text would be lost, the page does not reload by itself, and after a
 * press the browser asks first.
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
  // Vite fires this event for each part that could not be loaded.
  window.addEventListener('vite:preloadError', ({ timeStamp }) => {
    const isPressed = timeStamp - pressedAt < pressMs
    const reload = async () => {
      if (!(await isReplaced())) return
      if (isPressed || (!hasTyped && mayLeave() && isFirstTime())) location.reload()
    }
    reload().catch(() => {})
  })
}

/** Asks the parts of the page whether a reload would lose something. True if none objects. */
const mayLeave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

/** Whether the page at this address has another script now. */
async function isReplaced(): Promise<boolean> {
  const own = document.querySelector('script[src]')?.getAttribute('src') ?? ''
  const answer = await fetch(location.pathname, { cache: 'no-store' })
  return answer.ok && !(await answer.text()).includes(own)
}

/**
 * Whether this tab has not reloaded by itself in the last hour. In a frame without storage it throws, and only a press reloads.
 */
function isFirstTime(): boolean {
  const now = Date.now()
  if (now - Number(sessionStorage.getItem(reloadedKey)) < reloadEveryMs) return false
  sessionStorage.setItem(reloadedKey, `${now}`)
  return true
}
