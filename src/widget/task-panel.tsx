import { useLayoutEffect, useRef } from 'react'
import { openPanelRoot, type PanelRoot } from './panel-root.tsx'
import type { TaskPanelProps } from './host/task-panel-props.ts'

/**
 * The panel: a task draft beside the CCP, from the contact in front of the agent to the created task. It fills the width
 * of the element around it. A server renders an empty element; the browser fills it before its next paint.
 */
export function TaskPanel(props: TaskPanelProps) {
  const hostRef = useRef<HTMLDivElement>(null)
  const rootRef = useRef<PanelRoot>(undefined)
  const isWanted = useRef(false)
  useLayoutEffect(() => {
    if (!hostRef.current) return undefined
    isWanted.current = true
    rootRef.current ??= openPanelRoot(hostRef.current)
    return () => {
      isWanted.current = false
      // In a microtask: StrictMode runs this effect again at once, and React cannot unmount a root while it commits another.
      queueMicrotask(() => {
        if (isWanted.current) return
        rootRef.current?.close()
        rootRef.current = undefined
      })
    }
  }, [])
  useLayoutEffect(() => rootRef.current?.show(props))
  return <div ref={hostRef} data-tasklink="" />
}
