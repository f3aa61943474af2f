import type { CreatedTaskNews, DraftNews, PanelEvents } from '../widget/panel-events.ts'
import { openPanelRoot, type PanelRoot } from '../widget/panel-root.tsx'
import type { TaskPanelProps } from '../widget/task-panel-props.ts'
import { languagesAround } from './languages-around.ts'

export type * from './host-types.ts'
export { createTaskClient } from '../client/task-client.ts'
export { TaskClientError } from '../client/task-client-error.ts'
export { browserDrafts as indexedDbDrafts } from '../drafts/browser-drafts.ts'

declare global {
  interface HTMLElementTagNameMap {
    'tasklink-panel': TasklinkPanelElement
  }
  interface HTMLElementEventMap {
    'tasklink-ready': CustomEvent<null>
    'tasklink-task-created': CustomEvent<CreatedTaskNews>
    'tasklink-failure': CustomEvent<Parameters<NonNullable<PanelEvents['onFailure']>>[0]>
    'tasklink-draft-changed': CustomEvent<DraftNews>
  }
}

/** The name under which pages usually register the panel. */
export const tasklinkPanelName = 'tasklink-panel'

/** The names under which the element dispatches the panel's events; `detail` has the news. */
export const panelEventNames = {
  onReady: 'tasklink-ready',
  onTaskCreated: 'tasklink-task-created',
  onFailure: 'tasklink-failure',
  onDraftChanged: 'tasklink-draft-changed',
} as const

/**
 * The panel as an element of its own. Importing this registers nothing:
 * `customElements.define('tasklink-panel', TasklinkPanelElement)` does.
 */
export class TasklinkPanelElement extends HTMLElement {
  #options: TaskPanelProps | undefined
  #panel: PanelRoot | undefined

  /** The options of the panel. They may be set before or after the element is in the page, and again. Without them the element is empty. */
  get options(): TaskPanelProps | undefined {
    return this.#options
  }

  set options(options: TaskPanelProps | undefined) {
    this.#options = options
    this.#show()
  }

  connectedCallback(): void {
    // Options set before the class was registered are an own property of the element and shadow the setter.
    if (Object.hasOwn(this, 'options')) {
      const given = this.options
      Reflect.deleteProperty(this, 'options')
      this.options = given
    }
    this.#show()
  }

  disconnectedCallback(): void {
    // Moving an element disconnects and connects it in one task; its draft must survive.
    queueMicrotask(() => {
      if (!this.isConnected) this.#remove()
    })
  }

  #remove(): void {
    this.#panel?.close()
    this.#panel = undefined
  }

  #show(): void {
    if (!this.isConnected) return
    if (!this.#options) {
      this.#remove()
      return
    }
    const { locales = languagesAround(this) } = this.#options
    this.#panel ??= openPanelRoot(this)
    this.#panel.show({ ...this.#options, ...this.#told(this.#options), locales })
  }

  /** The host's own callbacks, and events beside them. */
  #told({ onReady, onTaskCreated, onFailure, onDraftChanged }: TaskPanelProps) {
    const tell = (name: string, detail?: unknown) =>
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
    return {
      onReady: () => {
        onReady?.()
        tell(panelEventNames.onReady)
      },
      onTaskCreated: (news) => {
        onTaskCreated?.(news)
        tell(panelEventNames.onTaskCreated, news)
      },
      onFailure: (news) => {
        onFailure?.(news)
        tell(panelEventNames.onFailure, news)
      },
      onDraftChanged: (news) => {
        onDraftChanged?.(news)
        tell(panelEventNames.onDraftChanged, news)
      },
    } satisfies PanelEvents
  }
}
