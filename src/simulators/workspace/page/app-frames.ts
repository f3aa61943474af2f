import type { CcpState } from '../../ccp/page/state/ccp-state.ts'
import { type AppConnection, connectApp } from './app-connection.ts'
import { helloSchema } from './app-messages.ts'
import { type AppRegistration, type AppScope, defaultSandbox } from './app-registration.ts'
import type { ContactEvent } from './contact-events.ts'

export interface AppFramesOptions {
  readonly container: HTMLElement
  readonly state: () => CcpState
  readonly healthCheckIntervalMs: number
  readonly isSilent: () => boolean
}

/** One instance of the app: its frame and, after its hello message, the connection. */
export interface OpenApp {
  readonly scope: AppScope
  readonly registration: AppRegistration
  readonly frame: HTMLIFrameElement
  readonly connection: () => AppConnection | undefined
}

/** The frames of the app in the workspace. */
export interface AppFrames {
  readonly apps: () => readonly OpenApp[]
  readonly open: (registration: AppRegistration, scope: AppScope) => void
  /** Waits for the app to finish, then removes its frame. */
  readonly close: (app: OpenApp) => Promise<void>
  /** Shows this app and hides the others, which keep running. */
  readonly show: (shown: OpenApp | undefined) => void
  readonly tell: (events: readonly ContactEvent[]) => void
}

interface Framed extends OpenApp {
  connected?: AppConnection
}

export function createAppFrames(options: AppFramesOptions): AppFrames {
  const { container, ...workspace } = options
  let apps: readonly Framed[] = []
  let shown: OpenApp | undefined

  const drop = (app: OpenApp) => {
    apps = apps.filter((other) => other !== app)
    app.frame.remove()
  }

  const follow = (app: Framed) => {
    app.frame.hidden = app !== shown
    if (app === shown) app.connected?.show()
    else app.connected?.hide()
  }

  window.addEventListener('message', ({ source, data, ports: [port] }) => {
    const app = apps.find(({ frame }) => frame.contentWindow === source)
    if (!app || !port || !helloSchema.safeParse(data).success) return
    app.connected = connectApp({
      ...workspace,
      port,
      registration: app.registration,
      scope: app.scope,
      onClose: () => drop(app),
    })
    follow(app)
  })

  return {
    apps: () => apps,
    open: (registration, scope) => {
      const app: Framed = {
        scope,
        registration,
        frame: frameOf(registration, scope, options.state()),
        connection: () => app.connected,
      }
      apps = [...apps, app]
      app.frame.hidden = true
      container.append(app.frame)
    },
    close: async (app) => {
      await app.connection()?.destroy()
      drop(app)
    },
    show: (next) => {
      shown = next
      for (const app of apps) follow(app)
    },
    tell: (events) => {
      for (const { connected } of apps) connected?.tell(events)
    },
  }
}

function frameOf(registration: AppRegistration, scope: AppScope, { contacts }: CcpState): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  const contact =
    scope.type === 'contact' ? contacts.find(({ contactId }) => contactId === scope.contactId) : undefined
  frame.title = contact ? `Tasklink for ${contact.displayName}` : 'Tasklink'
  frame.sandbox.add(...defaultSandbox)
  frame.src = registration.accessUrl
  return frame
}
