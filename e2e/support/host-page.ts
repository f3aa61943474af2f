import { expect } from '@playwright/test'
import type { FieldRules } from '../../src/core/task/task-parts.ts'
import type { NewContact } from '../../src/simulators/ccp/page/state/ccp-contact.ts'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import { host } from './host-driver.ts'
import { linkedContact, type Panel } from './panel.ts'
import { test as base } from './product.ts'

/** The page `src/examples/host-page`, which frames the panel. */
interface Host {
  readonly panel: Panel
  /** Opens the page with a contact and signs the agent in. */
  readonly open: (contact: NewContact, fields?: FieldRules) => Promise<string>
  /** Opens the page again with the same contact and agent. */
  readonly openAgain: (contactId: string, fields: FieldRules) => Promise<void>
  /** Sends the page's rules for fields to the panel. */
  readonly setFields: (fields: unknown) => Promise<void>
}

export const test = base.extend<{ readonly hostPage: Host }>({
  hostPage: async ({ page, product }, provide) => {
    const { panel, open, select } = host(page, product)
    const setFields = (fields: unknown) => page.evaluate((told) => window.tasklink.setFields(told), fields)
    await provide({
      panel,
      setFields,
      openAgain: async (contactId, fields) => {
        await page.reload()
        await select(contactId)
        await setFields(fields)
      },
      open: async (contact, fields = {}) => {
        const [contactId = ''] = await open(contact)
        await expect(linkedContact(panel)).toContainText(contact.displayName ?? '')
        await setFields(fields)
        return contactId
      },
    })
  },
})

export const refundFlow = { type: 'flow', flowId: demoFlows.refundApprovals.flowId } as const

export const refund: FieldRules = {
  name: { default: 'Approve the refund' },
  description: { default: 'She sent it back in May.' },
  destination: { default: refundFlow, isLocked: true },
  link: { default: 'related', isLocked: true },
  references: { byName: { Order: { type: 'URL', default: 'https://shop.example/48213', isLocked: true } } },
  attributes: {
    byKey: { reason: { isRequired: true }, source: { default: 'refund-desk', isHidden: true } },
  },
}
