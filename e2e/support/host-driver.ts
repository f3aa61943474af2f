import type { NewContact } from '../../src/simulators/ccp/page/state/ccp-contact.ts'
import { serviceChannels, serviceStates } from '../../src/simulators/ccp/page/connect/instance-contacts.ts'
import { ana } from '../../src/simulators/instance/instance.ts'
import { signInToFrame, type CreateDriver } from './source-driver.ts'

interface Held extends NewContact {
  readonly contactId: string
}

/** A page that embeds the panel and sends it the contacts. */
export const host: CreateDriver = (page, { farSide }) => {
  const panel = page.frameLocator('iframe[title="Tasklink"]')
  let held: readonly Held[] = []
  let selected: string | undefined

  async function tell() {
    // As in production, Connect knows a contact before the page does.
    farSide.connect.setContacts(
      ana.userId,
      held.map(({ contactId, channel, state = 'connected', initialContactId = null, attributes = {} }) => ({
        contactId,
        initialContactId,
        channel: serviceChannels[channel],
        state: serviceStates[state],
        accepted: true,
        name: null,
        attributes,
      })),
    )
    const contacts = held.map(({ contactId, channel, state, displayName }) => ({
      contactId,
      channel,
      state,
      displayName,
    }))
    await page.evaluate((told) => window.tasklink.tell(told), { contacts, currentContactId: selected })
  }

  const hold = (contact: NewContact) => {
    const contactId = contact.contactId ?? crypto.randomUUID()
    held = [...held, { ...contact, contactId }]
    return contactId
  }

  const openHost = async () => {
    await page.goto(`${farSide.examples.origin}/host-page/`)
    await signInToFrame(page, panel)
  }

  return {
    panel,
    waiting: 'Waiting for this page to name the contact…',
    open: async (...contacts) => {
      const contactIds = contacts.map(hold)
      await page.goto(`${farSide.examples.origin}/host-page/`)
      await tell()
      await signInToFrame(page, panel)
      return contactIds
    },
    openUnanswered: async () => {
      await openHost()
      return tell
    },
    add: async (contact) => {
      const contactId = hold(contact)
      await tell()
      return contactId
    },
    select: async (contactId) => {
      selected = contactId
      await tell()
    },
    setState: async (contactId, state) => {
      held = held.map((contact) => (contact.contactId === contactId ? { ...contact, state } : contact))
      await tell()
    },
    close: async (contactId) => {
      held = held.filter((contact) => contact.contactId !== contactId)
      if (selected === contactId) selected = undefined
      await tell()
    },
  }
}

declare global {
  interface Window {
    /** Defined by the example page. */
    readonly tasklink: {
      readonly tell: (contacts: unknown) => void
      readonly setFields: (fields: unknown) => void
    }
  }
}
