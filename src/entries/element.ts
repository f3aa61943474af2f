import type { DraftNews } from '../widget/host/draft-news.ts'
import type { DoneNews } from '../widget/host/done-news.ts'
import type { PanelEvents } from '../widget/host/panel-events.ts'
import { openPanelRoot, type PanelRoot } from '../widget/panel-root.tsx'
import type { TaskPanelProps } from '../widget/host/task-panel-props.ts'
import { languagesAround } from './languages-around.ts'

export type * from './host-types.ts'
export { createTaskClient } from './create-task-client.ts'
export { TaskClientError } from '../client/task-client-error.ts'
export { browserDrafts as indexedDbDrafts } from '../drafts/browser-storage/browser-drafts.ts'

declare global {
  interface HTMLElementTagNameMap {
    'tasklink-panel': TasklinkPanelElement
  }
  interface HTMLElementEventMap extends PanelElementEvents {}
}

/** The events of the element, by name. */
interface PanelElementEvents {
  readonly 'tasklink-ready': CustomEvent<null>
  readonly 'tasklink-task-created': CustomEvent<DoneNews>
  readonly 'tasklink-message-accepted': CustomEvent<DoneNews>
  readonly 'tasklink-failure': CustomEvent<Parameters<NonNullable<PanelEvents['onFailure']>>[0]>
  readonly 'tasklink-draft-changed': CustomEvent<DraftNews>
}

/** The element in JSX. React 19 sets `options` as a property, and listens to an event by `on` and its name. */
interface PanelElementJsxProps extends ReactAttributes, ReactKeyAndRef, PanelElementJsxEvents {
  readonly options?: TaskPanelProps
}

type PanelElementJsxEvents = {
  readonly [Name in keyof PanelElementEvents as `on${Name}`]?: (event: PanelElementEvents[Name]) => void
}

// oxlint-disable-next-line typescript/ban-ts-comment -- In an app without React's types the import is an error, and such an app does not need the type.
/** @ts-ignore */
type ReactAttributes = import('react').HTMLAttributes<TasklinkPanelElement>

// oxlint-disable-next-line typescript/ban-ts-comment -- As above.
/** @ts-ignore */
type ReactKeyAndRef = import('react').ClassAttributes<TasklinkPanelElement>

// oxlint-disable-next-line typescript/ban-ts-comment -- As above.
/** @ts-ignore */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'tasklink-panel': PanelElementJsxProps
    }
  }
}

/** The name under which pages usually register the panel. */
export const tasklinkPanelName = 'tasklink-panel'

/** The names of the events that the element dispatches; `detail` holds the data. */
export const panelEventNames = {
  onReady: 'tasklink-ready',
  onTaskCreated: 'tasklink-task-created',
  onMessageAccepted: 'tasklink-message-accepted',
  onFailure: 'tasklink-failure',
  onDraftChanged: 'tasklink-draft-changed',
} as const

/** A server has no `HTMLElement`. There the class can be imported but not used. */
const ElementOfPage: typeof HTMLElement = Reflect.get(globalThis, 'HTMLElement') ?? Object

/**
 * The panel as an element of its own. Importing this registers nothing:
 * `customElements.define('tasklink-panel', TasklinkPanelElement)` does.
 */
export class TasklinkPanelElement extends ElementOfPage {
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
    // A move of the element disconnects and connects it in one task of the event loop, and its draft must survive.
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

  /** Callbacks that call the host's own callbacks and dispatch the events. */
  #told({ onReady, onTaskCreated, onMessageAccepted, onFailure, onDraftChanged }: TaskPanelProps) {
    const told =
      <News extends readonly unknown[]>(name: string, listener?: (...news: News) => void) =>
      (...news: News): void => {
        try {
          listener?.(...news)
        } finally {
          const [detail] = news
          this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
        }
      }
    return {
      onReady: told(panelEventNames.onReady, onReady),
      onTaskCreated: told(panelEventNames.onTaskCreated, onTaskCreated),
      onMessageAccepted: told(panelEventNames.onMessageAccepted, onMessageAccepted),
      onFailure: told(panelEventNames.onFailure, onFailure),
      onDraftChanged: told(panelEventNames.onDraftChanged, onDraftChanged),
    } satisfies PanelEvents
  }
}
