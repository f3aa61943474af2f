import type { Page } from '@playwright/test'
import type { ContactState } from '../../src/core/contact/contact.ts'
import type { NewContact } from '../../src/simulators/ccp/page/state/ccp-contact.ts'
import type { Panel } from './panel.ts'
import type { Product } from './product.ts'

/** Operates a contact source in a test. */
export interface SourceDriver {
  /** Opens the panel when these contacts exist already; resolves to their ids. */
  readonly open: (...contacts: readonly NewContact[]) => Promise<readonly string[]>
  /** Opens the panel while its source does not answer; resolves to a function that lets it answer. */
  readonly openUnanswered: () => Promise<() => Promise<void>>
  /** A contact arrives, but is not in view yet. */
  readonly add: (contact: NewContact) => Promise<string>
  /** Brings a contact into view, or none of several. */
  readonly select: (contactId: string | undefined) => Promise<void>
  readonly setState: (contactId: string, state: ContactState) => Promise<void>
  /** The contact leaves the agent. */
  readonly close: (contactId: string) => Promise<void>
  readonly panel: Panel
  /** The panel's text while it waits for the source. */
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
    // Sequential: contacts arrive one after another.
    contactIds.push(await driver.add(contact))
  }
  return contactIds
}

/** Signs in to a framed panel, in a window, because providers do not allow their page in a frame. */
export async function signInToFrame(page: Page, panel: Panel): Promise<void> {
  const signIn = panel.getByRole('button', { name: 'Sign in' })
  await signIn.waitFor()
  const opened = page.waitForEvent('popup')
  await signIn.click()
  const popup = await opened
  if (!popup.isClosed()) await popup.waitForEvent('close')
  await signIn.waitFor({ state: 'detached' })
}
