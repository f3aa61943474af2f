import type { Page } from '@playwright/test'
import type { ContactState } from '../../src/core/contact.ts'
import type { NewContact } from '../../src/simulators/ccp/page/ccp-contact.ts'
import type { Panel } from './panel.ts'
import type { Product } from './product.ts'

/** What happens where the panel's contacts come from, whatever that is. */
export interface SourceDriver {
  /** Opens the panel beside contacts that have been there for a while; resolves to their ids. */
  readonly open: (...contacts: readonly NewContact[]) => Promise<readonly string[]>
  /** Opens the panel before its source can say anything; resolves to what lets the source speak. */
  readonly openUnanswered: () => Promise<() => Promise<void>>
  /** A contact arrives; nobody has put it in front of the agent yet. */
  readonly add: (contact: NewContact) => Promise<string>
  /** Puts a contact in front of the agent, or none of several. */
  readonly select: (contactId: string | undefined) => Promise<void>
  readonly setState: (contactId: string, state: ContactState) => Promise<void>
  /** The contact leaves the agent. */
  readonly close: (contactId: string) => Promise<void>
  readonly panel: Panel
  /** What the panel says until its source has spoken. */
  readonly waiting: string
}

export type CreateDriver = (page: Page, product: Product) => SourceDriver

/** Adds one contact after another. */
export async function addAll(
  driver: Pick<SourceDriver, 'add'>,
  contacts: readonly NewContact[],
): Promise<string[]> {
  const contactIds: string[] = []
  for (const contact of contacts) {
    // Sources tell of one contact after another.
    contactIds.push(await driver.add(contact))
  }
  return contactIds
}

/** Signs the agent in to a panel inside another page, where providers show no page of theirs. */
export async function signInToFrame(page: Page, panel: Panel): Promise<void> {
  const signIn = panel.getByRole('button', { name: 'Sign in' })
  await signIn.waitFor()
  const opened = page.waitForEvent('popup')
  await signIn.click()
  const popup = await opened
  if (!popup.isClosed()) await popup.waitForEvent('close')
  await signIn.waitFor({ state: 'detached' })
}
