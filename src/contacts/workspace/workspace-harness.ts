import { createRequire } from 'node:module'
import type * as App from '@amazon-connect/app'
import type * as Contact from '@amazon-connect/contact'
import { vi } from 'vitest'
import type { NewContact } from '../../simulators/ccp/page/state/ccp-contact.ts'
import { signedIn } from '../../simulators/ccp/page/state/ccp-state.ts'
import { type Ccp, createCcp } from '../../simulators/ccp/page/ccp.ts'
import { ana } from '../../simulators/instance/instance.ts'
import { type AppConnection, connectApp } from '../../simulators/workspace/page/app-connection.ts'
import { helloSchema } from '../../simulators/workspace/page/app-messages.ts'
import { type AppRegistration, permissions } from '../../simulators/workspace/page/app-registration.ts'
import { eventsBetween } from '../../simulators/workspace/page/contact-events.ts'
import type { ContactSession, ContactSource } from '../contact-source.ts'
import type { WorkspaceSdk } from './api.ts'
import type { WorkspaceSourceOptions } from './source.ts'

export interface OpenedFor {
  readonly permissions?: AppRegistration['permissions']
  readonly contactHandling?: AppRegistration['contactHandling']
  /** The agent's contacts when the app is opened. */
  readonly contacts?: readonly (NewContact & { readonly contactId: string })[]
  readonly contactId?: string
  readonly source?: WorkspaceSourceOptions
}

export interface OpenedWorkspace {
  readonly source: ContactSource
  /** Every snapshot of the source, from the first one on. */
  readonly sessions: readonly ContactSession[]
  readonly contacts: Ccp
  readonly app: AppConnection
  readonly silence: (isSilent: boolean) => void
  /** Another source of the same page. */
  readonly openSource: (options?: WorkspaceSourceOptions) => ContactSource
}

const require = createRequire(import.meta.url)

/** A fresh copy of the SDK: each copy can be initialised once, and each page has its own. */
async function loadSdk(): Promise<WorkspaceSdk> {
  for (const path of Object.keys(require.cache)) {
    if (path.includes('@amazon-connect')) delete require.cache[path]
  }
  const { AmazonConnectApp }: typeof App = require('@amazon-connect/app')
  const { AgentClient, ContactClient }: typeof Contact = require('@amazon-connect/contact')
  return {
    init: (config) => {
      const { provider } = AmazonConnectApp.init(config)
      return { provider, contacts: new ContactClient(provider), agent: new AgentClient(provider) }
    },
  }
}

type Post = (message: unknown, target: string, ports: readonly MessagePort[]) => void

/** A page in a frame whose parent receives the posted messages. */
export function framePage(post: Post): void {
  vi.stubGlobal('window', { parent: { postMessage: post } })
  vi.stubGlobal('document', { location: { origin: 'http://localhost:4400', pathname: '/workspace' } })
  vi.stubGlobal('reportError', vi.fn<typeof reportError>())
}

/** A page of our own, without a connection yet. */
export async function newPage() {
  vi.resetModules()
  const { createWorkspaceSource } = await import('./source.ts')
  return (options: WorkspaceSourceOptions = {}) => createWorkspaceSource({ loadSdk, ...options })
}

/** The real SDK in a frame of the simulated workspace, which shows the app. */
export async function openWorkspace(opened: OpenedFor = {}): Promise<OpenedWorkspace> {
  const { contactHandling = 'PER_CONTACT', contacts: held = [], contactId } = opened
  let isSilent = false
  let known = signedIn(ana, new Date())
  let app: AppConnection | undefined
  const contacts = createCcp(known, async (state) => {
    const events = eventsBetween(known.contacts, state.contacts)
    known = state
    app?.tell(events)
  })
  await Promise.all(held.map((contact) => contacts.add(contact)))

  framePage((message, _target, [port]) => {
    helloSchema.parse(message)
    if (!port) throw new Error('The app sent no port.')
    app = connectApp({
      port,
      registration: {
        accessUrl: 'http://localhost:4400/workspace',
        permissions: opened.permissions ?? permissions,
        contactHandling,
      },
      scope: contactId === undefined ? { type: 'idle' } : { type: 'contact', contactId },
      state: () => known,
      healthCheckIntervalMs: 1_000,
      isSilent: () => isSilent,
      onClose: () => {},
    })
    app.show()
  })
  const openSource = await newPage()
  const source = openSource(opened.source)
  const sessions = [source.getSnapshot()]
  source.subscribe(() => sessions.push(source.getSnapshot()))
  const greeted = await vi.waitFor(() => {
    if (!app) throw new Error('The app has not said hello.')
    return app
  })
  return {
    source,
    sessions,
    contacts,
    app: greeted,
    silence: (next) => {
      isSilent = next
    },
    openSource,
  }
}
