import type { Session } from '../operation.ts'

/** The settings of the SDK’s paginators. */
export const paging = ({ client, inTurn }: Session) => ({
  client,
  // A token that leads back to the same page would be followed for ever.
  stopOnSameToken: true,
  withCommand: inTurn,
})

/** Collects the items of all pages, and stops reading at the limit. */
export async function everyItem<Page, Item>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[],
  limit = Infinity,
): Promise<readonly Item[]> {
  const items: Item[] = []
  for await (const page of pages) {
    items.push(...itemsOf(page))
    if (items.length >= limit) break
  }
  return items.slice(0, limit)
}
