import { expect, type Page } from '@playwright/test'

/** An agent who has only the accessibility tree of the browser and a keyboard, as with a screen reader. */
export interface Reader {
  /** Moves the focus to the node with this role and name. */
  readonly goTo: (role: string, name: RegExp | string) => Promise<void>
  /** The role and name of the node that has the focus. */
  readonly focused: () => Promise<string>
}

const isNamed = (name: string, wanted: RegExp | string) =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name)

/** Reads the tree that the browser gives to screen readers (Chromium's own roles, such as `DisclosureTriangle`). */
export async function readerOf(page: Page): Promise<Reader> {
  const session = await page.context().newCDPSession(page)
  const nodes = async () => {
    const { nodes: all } = await session.send('Accessibility.getFullAXTree')
    return all
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, properties = [], backendDOMNodeId }) => ({
        role: String(role?.value),
        name: String(name?.value ?? ''),
        isFocused: properties.some((each) => each.name === 'focused' && each.value.value === true),
        id: backendDOMNodeId,
      }))
  }
  return {
    goTo: async (role, name) => {
      await expect(async () => {
        const found = (await nodes()).find((node) => node.role === role && isNamed(node.name, name))
        if (found?.id === undefined) throw new Error(`The accessibility tree has no ${role} “${name}”.`)
        await session.send('DOM.focus', { backendNodeId: found.id })
      }).toPass({ timeout: 20_000 })
    },
    focused: async () => {
      // The document has the focus, too.
      const found = (await nodes()).findLast(({ isFocused }) => isFocused)
      return `${found?.role} ${found?.name}`
    },
  }
}
