import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { TaskPanel } from '../widget/task-panel.tsx'
import type { TaskPanelProps } from '../widget/host/task-panel-props.ts'
import { languagesAround } from './languages-around.ts'

export type * from './host-types.ts'
export { createTaskClient } from './create-task-client.ts'
export { TaskClientError } from '../client/task-client-error.ts'
export { browserDrafts as indexedDbDrafts } from '../drafts/browser-storage/browser-drafts.ts'

/** A panel in a page without React. */
export interface MountedPanel {
  /** Replaces all options of the panel: `update({ ...options, locales: ['de'] })`. */
  readonly update: (options: TaskPanelProps) => void
  /** Removes the panel and leaves the element as it was. */
  readonly unmount: () => void
}

/** Shows the panel in an element of the page. The page keeps the element when the panel is removed. */
export function mount(element: Element | ShadowRoot, options: TaskPanelProps): MountedPanel {
  const root = createRoot(element)
  const place = element instanceof ShadowRoot ? element.host : element
  const show = (given: TaskPanelProps) =>
    root.render(
      <StrictMode>
        <TaskPanel {...given} locales={given.locales ?? languagesAround(place)} />
      </StrictMode>,
    )
  show(options)
  return { update: show, unmount: () => root.unmount() }
}
