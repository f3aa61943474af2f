import type { CcpState } from '../../ccp/page/state/ccp-state.ts'
import { type Ccp, createCcp } from '../../ccp/page/ccp.ts'
import type { TellService } from '../../ccp/page/connect/connect-service.ts'
import type { AppFrames, OpenApp } from './app-frames.ts'
import type { AppRegistration, Permission } from './app-registration.ts'
import { eventsBetween } from './contact-events.ts'

/** The agent workspace: the agent's contacts and the app beside them. */
export interface Workspace {
  readonly contacts: Ccp
  readonly registration: () => AppRegistration
  readonly apps: () => readonly OpenApp[]
  /** Closes the visible app, as the button of its tab does. Its contact stays open. */
  readonly closeTab: () => Promise<void>
  /** Opens the app again: for the contact in view, or without a contact. */
  readonly launch: (where: 'in-contact' | 'idle') => Promise<void>
  /** Sets the permissions of apps that are opened afterwards. */
  readonly permit: (permissions: readonly Permission[]) => void
  readonly handle: (contactHandling: AppRegistration['contactHandling']) => Promise<void>
}

export interface WorkspaceParts {
  readonly initial: CcpState
  readonly registration: AppRegistration
  readonly frames: AppFrames
  readonly tellService: TellService
  readonly onServiceFailure: () => void
}

export function createWorkspace(parts: WorkspaceParts): Workspace {
  const { initial, frames, tellService, onServiceFailure } = parts
  let registration = parts.registration
  let known: CcpState = initial
  let published = Promise.resolve()
  /** Contacts whose tab the agent has closed; they do not get a new tab automatically. */
  const closed = new Set<string>()

  const isPerContact = () => registration.contactHandling === 'PER_CONTACT'
  const appOf = (wanted: string) =>
    frames.apps().find(({ scope }) => scope.type === 'contact' && scope.contactId === wanted)
  const inFront = () => (isPerContact() ? appOf(known.viewedContactId) : frames.apps()[0])

  /** Opens missing apps for the contacts, and shows the app of the contact in view. */
  const arrange = () => {
    if (isPerContact()) {
      for (const { contactId } of known.contacts) {
        if (!appOf(contactId) && !closed.has(contactId)) {
          frames.open(registration, { type: 'contact', contactId })
        }
      }
    }
    frames.show(inFront())
  }

  const leave = () =>
    Promise.all(
      frames
        .apps()
        .filter(({ scope }) => isPerContact() && scope.type === 'contact' && isGone(scope.contactId))
        .map((app) => frames.close(app)),
    )
  const isGone = (wanted: string) => known.contacts.every(({ contactId }) => contactId !== wanted)

  // Send each state to Connect first, so that Connect knows each contact before an app does.
  const publishOne = async (state: CcpState) => {
    await tellService(state).catch(onServiceFailure)
    const events = eventsBetween(known.contacts, state.contacts)
    known = state
    frames.tell(events)
    arrange()
    void leave()
  }

  const closeAll = () => Promise.all(frames.apps().map((app) => frames.close(app)))

  const launch = async (where: 'in-contact' | 'idle') => {
    await closeAll()
    closed.clear()
    const contactId = known.viewedContactId
    if (!isPerContact()) {
      const isIdle = where === 'idle' || contactId === ''
      frames.open(registration, isIdle ? { type: 'idle' } : { type: 'contact', contactId })
    }
    arrange()
  }

  return {
    contacts: createCcp(initial, (state) => {
      published = published.then(() => publishOne(state))
      return published
    }),
    registration: () => registration,
    apps: frames.apps,
    closeTab: async () => {
      const app = inFront()
      if (!app) return
      if (app.scope.type === 'contact') closed.add(app.scope.contactId)
      await frames.close(app)
    },
    launch,
    permit: (permissions) => {
      registration = { ...registration, permissions }
    },
    handle: async (contactHandling) => {
      registration = { ...registration, contactHandling }
      await launch('idle')
    },
  }
}
