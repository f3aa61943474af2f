import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { dressTree, forgetTree } from './panel-styles.ts'
import type { TaskPanelProps } from './host/task-panel-props.ts'
import { PanelContent } from './panel-content.tsx'

/** A panel in a shadow tree. */
export interface PanelRoot {
  /** Renders the panel with these props. */
  readonly show: (props: TaskPanelProps) => void
  readonly close: () => void
}

/**
 * Opens a panel in the shadow tree of an element, where styles of the page do not reach it. The panel is a React root of
 * its own and not a portal: React ancestors of a portal in a shadow tree get each event twice, once from the portal and
 * once from the host element.
 */
export function openPanelRoot(host: HTMLElement): PanelRoot {
  const tree = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const place = host.ownerDocument.createElement('div')
  place.className = 'tl-root'
  tree.append(place)
  const root = createRoot(place)
  // An element that is moved to another window loses its style sheets. Its size then changes, so this adds them again.
  const moves = new ResizeObserver(() => dressTree(tree))
  moves.observe(place)
  return {
    show: (props) => {
      dressTree(tree)
      root.render(
        <StrictMode>
          <PanelContent {...props} />
        </StrictMode>,
      )
    },
    close: () => {
      moves.disconnect()
      forgetTree(tree)
      root.unmount()
      place.remove()
    },
  }
}
