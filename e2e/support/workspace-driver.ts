import type { Page } from '@playwright/test'
import type { NewContact } from '../../src/simulators/ccp/page/state/ccp-contact.ts'
// Declares `window.workspace`.
import '../../src/simulators/workspace/page/workspace-script.ts'
import { addAll, signInToFrame, type CreateDriver } from './source-driver.ts'
import { untilDefined } from './until-defined.ts'

/** Holds back the apps' hello messages; resolves to a function that lets them through. */
async function holdGreetings(page: Page): Promise<() => Promise<void>> {
  // Added before the workspace's own script, because the first listener of a window is called first.
  await page.addInitScript(() => {
    if (window.top !== window) return
    const held: MessageEvent[] = []
    const hold = (event: MessageEvent) => {
      event.stopImmediatePropagation()
      held.push(event)
    }
    window.addEventListener('message', hold)
    window.addEventListener(
      'greetings-let-go',
      () => {
        window.removeEventListener('message', hold)
        for (const { data, origin, source, ports } of held) {
          window.dispatchEvent(new MessageEvent('message', { data, origin, source, ports: [...ports] }))
        }
      },
      { once: true },
    )
  })
  return async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('greetings-let-go')))
  }
}

/** The workspace does not send names of contacts, so the panel takes the name from this attribute. */
const named = (contact: NewContact): NewContact => ({
  ...contact,
  attributes: {
    ...contact.attributes,
    ...(contact.displayName === undefined ? {} : { customerName: contact.displayName }),
  },
})

/** The agent workspace with one panel for all contacts. Panels for single contacts are tested in workspace.spec.ts. */
export const workspace: CreateDriver = (page, { farSide }) => {
  const panel = page.frameLocator('iframe[title^="Tasklink"]')
  const openWorkspace = async () => {
    await page.goto(farSide.workspace.url)
    await untilDefined(page, 'workspace')
  }
  const openPanel = () => page.evaluate(() => window.workspace.handle('CROSS_CONTACTS'))
  const add = (contact: NewContact) =>
    page.evaluate((added) => window.workspace.addContact(added), named(contact))
  return {
    panel,
    waiting: 'Waiting for the agent workspace…',
    add,
    open: async (...contacts) => {
      await openWorkspace()
      const contactIds = await addAll({ add }, contacts)
      await openPanel()
      await signInToFrame(page, panel)
      return contactIds
    },
    openUnanswered: async () => {
      const answer = await holdGreetings(page)
      await openWorkspace()
      await openPanel()
      return answer
    },
    // A panel for all contacts is about the contact in which it was opened.
    select: (contactId) =>
      page.evaluate(async (id) => {
        if (id !== undefined) await window.workspace.select(id)
        await window.workspace.launch(id === undefined ? 'idle' : 'in-contact')
      }, contactId),
    setState: (contactId, state) =>
      page.evaluate((wanted) => window.workspace.setState(wanted.contactId, wanted.state), {
        contactId,
        state,
      }),
    close: (contactId) => page.evaluate((id) => window.workspace.clear(id), contactId),
  }
}
