import { setImmediate as macrotask } from 'node:timers/promises'
import type { Contact } from '../../core/contact/contact.ts'
import type { SignedInAgent } from '../servers/workplace.ts'
import { openWindow, sessionWith, type PanelWindow, type WindowPlace } from '../window/panel-window.ts'

/** A transaction of the store takes several turns of the event loop, and its promises take some more. */
const quietTurns = 12

/** The windows of the browser. */
export interface OpenWindows {
  readonly windows: () => readonly PanelWindow[]
  /** Opens a window in which this agent is signed in. */
  readonly open: (agent: SignedInAgent) => Promise<void>
  /** Waits until the windows have nothing left to do now. */
  readonly settle: () => Promise<void>
}

export function createOpenWindows(
  place: Omit<WindowPlace, 'id' | 'agent'>,
  contactsOf: (agent: SignedInAgent) => readonly [Contact, ...Contact[]],
): OpenWindows {
  let windows: readonly PanelWindow[] = []
  let opened = 0

  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < quietTurns; quiet += 1) {
      await macrotask()
      if (place.wire.isBusy() || windows.some((each) => each.isBusy())) quiet = 0
    }
    windows = windows.filter((each) => each.isOpen())
    for (const each of windows) each.render()
  }

  return {
    windows: () => windows.filter((each) => each.isOpen()),
    open: async (agent) => {
      const opening = openWindow({ ...place, id: (opened += 1), agent })
      windows = [...windows, opening]
      await settle()
      opening.see(sessionWith(contactsOf(agent), contactsOf(agent)[0].contactId))
      await settle()
    },
    settle,
  }
}
