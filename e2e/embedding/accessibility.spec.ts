import { expect, type Frame, type Page } from '@playwright/test'
import { embedPath, workspacePath } from '../../src/contract/page-paths.ts'
import type { FieldRules } from '../../src/core/task/task-parts.ts'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import { host } from '../support/host-driver.ts'
import { create, errorSummary, linkedContact, nameField, section, toggleSection } from '../support/panel.ts'
import { chat, test } from '../support/product.ts'
import { expectSoundEverywhere } from '../support/soundness.ts'
import { workspace } from '../support/workspace-driver.ts'

const lockedAndRequired: FieldRules = {
  name: { default: 'Approve the refund', isLocked: true },
  description: { isRequired: true },
  destination: { default: { type: 'flow', flowId: demoFlows.refundApprovals.flowId }, isLocked: true },
  link: { default: 'previous', isLocked: true },
  schedule: { default: 'now', isLocked: true },
  references: {
    isLocked: true,
    byName: {
      Order: { type: 'URL', default: 'https://shop.example/48213', isLocked: true },
      Promised: { type: 'DATE', isRequired: true },
    },
  },
  attributes: {
    byKey: { orderId: { default: '48213', isLocked: true }, reason: { isRequired: true } },
  },
}

/** The frame of the panel in a page that embeds it. */
async function frameIn(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[title="Tasklink"]')
  const frame = await element.contentFrame()
  if (!frame) throw new Error('The frame of the panel holds no page.')
  return frame
}

const isOpen = (details: Element) => details.hasAttribute('open')

test.describe('a page that embeds the panel', () => {
  test('shows an accessible panel before the sign-in', async ({ page, product }) => {
    await page.goto(`${product.farSide.examples.origin}/host-page/`)
    const frame = await frameIn(page)
    await expect(frame.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await expectSoundEverywhere(page, frame)
  })

  test('can lock and require fields, which are accessible with and without errors', async ({
    page,
    product,
  }) => {
    const { open } = host(page, product)
    await open(chat)
    await page.evaluate((fields) => window.tasklink.setFields(fields), lockedAndRequired)
    const frame = await frameIn(page)
    await expect(nameField(frame)).toHaveValue('Approve the refund')
    await expect(nameField(frame)).not.toBeEditable()
    await create(frame)
    await expect(errorSummary(frame)).toBeVisible()
    for (const title of ['Link', 'References', 'Attributes'] as const) {
      // Sequential, as an agent works.
      if (!(await section(frame, title).evaluate(isOpen))) await toggleSection(frame, title)
    }
    await expectSoundEverywhere(page, frame)
  })

  test('can be the agent workspace, in which the panel is accessible', async ({ page, product }) => {
    const { open } = workspace(page, product)
    await open(chat)
    const frame = await frameIn(page)
    await expect(linkedContact(frame)).toContainText('Jonas Weber')
    await expectSoundEverywhere(page, frame)
  })
})

for (const path of [embedPath, workspacePath]) {
  test(`${path} is accessible without a frame`, async ({ page, product }) => {
    await page.goto(`${product.proxy.origin}${path}`)
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await expectSoundEverywhere(page)
  })
}
