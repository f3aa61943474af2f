/** The distance of the list from its field and from the edge of the window. */
const gapPx = 4

/**
 * If there is less room than this below the field, the list opens above it, if there is more room. Below is better: above, the
 * list covers fields that the agent has filled in.
 */
const wantedPx = 200

/** The least height of the list, also when its field has been scrolled out of sight. */
const leastPx = 120

const within = (least: number, value: number, most: number) => Math.max(least, Math.min(value, most))

/** Keeps a list beside its field, inside the visible part of the window: an on-screen keyboard covers the rest. */
export function stayBeside(field: HTMLElement, list: HTMLElement): () => void {
  const place = () => {
    const { left, top, bottom, width } = field.getBoundingClientRect()
    const start = visualViewport?.offsetTop ?? 0
    const windowEnd = start + (visualViewport?.height ?? innerHeight)
    const bar = field.closest('.tl-panel')?.querySelector('.tl-foot')?.getBoundingClientRect().top
    // The bar with the button stays in view, if that leaves the list enough room.
    const end = bar !== undefined && bar - bottom >= wantedPx ? Math.min(bar, windowEnd) : windowEnd
    const below = end - bottom
    const isAbove = below < wantedPx && top - start > below
    const foot = within(start + leastPx, top - gapPx, end)
    const head = within(start, bottom + gapPx, end - leastPx)
    list.style.setProperty('--tl-room', `${(isAbove ? foot - start : end - head) - gapPx}px`)
    Object.assign(list.style, {
      left: `${left}px`,
      width: `${width}px`,
      top: isAbove ? 'auto' : `${head}px`,
      bottom: isAbove ? `${document.documentElement.clientHeight - foot}px` : 'auto',
    })
  }
  place()
  const sized = new ResizeObserver(place)
  sized.observe(field)
  const listening = new AbortController()
  const { signal } = listening
  addEventListener('resize', place, { signal })
  visualViewport?.addEventListener('resize', place, { signal })
  visualViewport?.addEventListener('scroll', place, { signal })
  // `capture`, because the scroll event of an element does not bubble.
  addEventListener('scroll', place, { signal, capture: true, passive: true })
  return () => {
    sized.disconnect()
    listening.abort()
  }
}
