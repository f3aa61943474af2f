import type { Page, Route } from '@playwright/test'

/** Holds requests back; resolves to the way to let them, and later ones, go on. */
export async function hold(page: Page, pattern: string): Promise<() => Promise<void>> {
  const held: Route[] = []
  let isHolding = true
  await page.route(pattern, async (route) => {
    if (isHolding) held.push(route)
    else await route.fallback()
  })
  return async () => {
    isHolding = false
    await Promise.all(held.map((route) => route.fallback()))
  }
}
