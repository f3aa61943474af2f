import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { TaskPanelProps } from '../widget/task-panel-props.ts'
import { TaskPanel } from '../widget/task-panel.tsx'

export type * from './host-types.ts'
export { createTaskClient } from '../client/task-client.ts'
export { TaskClientError } from '../client/task-client-error.ts'
export { browserDrafts as indexedDbDrafts } from '../drafts/browser-drafts.ts'

/** A panel in a page without React. */
export interface MountedPanel {
  /** Gives the panel something else, all of it: `update({ ...options, locales: ['de'] })`. */
  readonly update: (options: TaskPanelProps) => void
  /** Takes the panel away and leaves the element as it was. */
  readonly unmount: () => void
}

/** Shows the panel in an element of the page, which stays the page's own. Load `tasklink/tasklink.css` beside it. */
export function mount(element: Element | ShadowRoot, options: TaskPanelProps): MountedPanel {
  const root = createRoot(element)
  const show = (given: TaskPanelProps) =>
    root.render(
      <StrictMode>
        <TaskPanel {...given} locales={given.locales ?? languagesAround(element)} />
      </StrictMode>,
    )
  show(options)
  return { update: show, unmount: () => root.unmount() }
}

/** The language that the page is written in where the panel is, then the agent's own. */
function languagesAround(place: Element | ShadowRoot): readonly string[] {
  const element = place instanceof ShadowRoot ? place.host : place
  const language = element.closest('[lang]')?.getAttribute('lang')
  return language ? [language, ...navigator.languages] : navigator.languages
}
