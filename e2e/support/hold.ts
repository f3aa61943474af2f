import type { Page, Route } from '@playwright/test'

/** Holds requests back. Resolves to a function that releases them and all later ones. */
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
