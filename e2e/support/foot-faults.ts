import type { Page } from '@playwright/test'

/** What is wrong with the foot of the panel. */
export const footFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    const panel = roots[0]?.querySelector('.tl-panel')
    const foot = panel?.querySelector('.tl-foot')
    const faults: string[] = []
    const noColour = 'rgba(0, 0, 0, 0)'
    // Defined inside, because the whole function runs in the page.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    if (foot) {
      const ends = [...foot.querySelectorAll('button, .tl-notice, p')]
        .filter(isSeen)
        .map((part) => part.getBoundingClientRect().bottom)
      // The distance between the button and the lower edge of the panel, and a little more.
      if (foot.getBoundingClientRect().bottom - Math.max(...ends) > 16) faults.push('has an empty row')
    }
    const buttons = [...(panel?.querySelectorAll('button') ?? [])].filter(isSeen)
    const filled = buttons.filter((button) => {
      const isAtRest = button.ariaDisabled === 'true' && button.ariaBusy !== 'true'
      return (
        button.matches('.tl-primary') && !isAtRest && getComputedStyle(button).backgroundColor !== noColour
      )
    })
    if (filled.length > 1) faults.push('has two buttons that are the next step')
    if (
      panel?.querySelector('[data-first], [readonly][aria-invalid="true"]') &&
      filled.some((button) => button.matches('[part~="submit"]'))
    )
      faults.push('offers a press that cannot succeed as the next step')
    const notices = [...(panel?.querySelectorAll<HTMLElement>('.tl-notice') ?? [])].filter(isSeen)
    const telling = /(?:^|[.;\n] ?)(?:Sign in[^.]* again|Reload the page)\b/
    const isTold = notices.some(({ innerText }) => telling.test(innerText))
    if (
      isTold &&
      !buttons.some(({ innerText }) =>
        /^(?:Sign in|Open the sign-in|Reload the page|Try again)/.test(innerText),
      )
    )
      faults.push('tells the agent to sign in or to reload, and has no button for it')
    return faults
  })
