import type { Page } from '@playwright/test'

/**
 * The controls whose target is lower or narrower than 24 CSS pixels (WCAG 2.2, 2.5.8), as readable lines. The label of a
 * radio button or checkbox belongs to its target. A control that only screen readers reach has no target.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const leastPx = 24
    const controls = 'a[href], button, summary, input, select, textarea, [role="button"], [tabindex="0"]'
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    return roots
      .flatMap((root) => Array.from(root.querySelectorAll(controls)))
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .flatMap((control) => {
        const own = control.getBoundingClientRect()
        const isHidden = own.width <= 1 && own.height <= 1
        const label = control.matches('[type="radio"], [type="checkbox"]') ? control.closest('label') : null
        if (isHidden && !label) return []
        const { width, height } = (label ?? control).getBoundingClientRect()
        // Layout rounds to sixty-fourths of a pixel.
        const isLarge = Math.min(width, height) >= leastPx - 1 / 32
        return isLarge ? [] : [`${width} × ${height}: ${control.outerHTML}`]
      })
  })
