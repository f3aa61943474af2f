import type { Page } from '@playwright/test'

/** The faults that a translation would cause in the visible panel, as readable lines. */
export interface TranslationFaults {
  /** Texts that are in no dictionary, or inserted texts that are not isolated. */
  readonly untranslated: readonly string[]
  readonly cut: readonly string[]
  readonly outside: readonly string[]
  /** Arrows that point to the wrong side. */
  readonly unmirrored: readonly string[]
}

interface Drawn {
  readonly name: string
  /** Texts that are not in an element for what people write. */
  readonly texts: readonly string[]
  /** All its text was written by people. */
  readonly isWritten: boolean
  /** The text that CSS adds to an element, and its text transform. */
  readonly marks: readonly string[]
  /** An icon that points along the line, and is not mirrored. */
  readonly isUnmirroredIcon: boolean
  /** Pixels that are missing to show all of it. */
  readonly missing: number
  /** Pixels beyond the sides of the panel. */
  readonly beyond: number
}

/** Every element of the panel that an agent sees or hears. */
const drawnIn = (page: Page): Promise<readonly Drawn[]> =>
  page.evaluate(() => {
    const [panel] = [...document.querySelectorAll('*')].flatMap(
      ({ shadowRoot }) => shadowRoot?.querySelector('.tl-panel') ?? [],
    )
    if (!panel) throw new Error('The page shows no panel.')
    const bounds = panel.getBoundingClientRect()
    return [...panel.querySelectorAll<HTMLElement | SVGElement>('*')]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((element) => {
        const isForScreenReaders = element.closest('.tl-visually-hidden') !== null
        const isOurs = element.closest('bdi, code, textarea, [dir]') === panel
        const nodes = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        const labels = ['aria-label', 'placeholder', 'title', 'label']
        const { overflow, inlineSize, transform, rotate } = getComputedStyle(element)
        const { left, right, width } = element.getBoundingClientRect()
        // Lists and placeholders have one line and hide its end. Their content is measured with a style that shows all of it.
        const chosen = element instanceof HTMLSelectElement ? element.selectedOptions[0] : undefined
        const isLine =
          (chosen && !chosen.dir && !chosen.label.includes('\u2068')) ||
          element.matches('input[placeholder]:placeholder-shown')
        const before = element.style.cssText
        if (isLine)
          element.style.cssText = 'field-sizing: content; inline-size: max-content; min-inline-size: 0'
        const wanted = Number.parseFloat(getComputedStyle(element).inlineSize)
        if (isLine) element.style.cssText = before
        const isClipped =
          overflow.includes('hidden') && !/^(input|textarea|select|svg)$/.test(element.localName)
        return {
          name: `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${element.textContent || element.getAttribute('placeholder')}`,
          texts: isOurs
            ? [
                ...nodes.map(({ nodeValue }) => nodeValue ?? ''),
                ...labels.map((label) => element.getAttribute(label) ?? ''),
              ]
            : [],
          isWritten: !isOurs || element.matches(':has(> bdi:only-child)'),
          marks: [rotate, ...['::before', '::after'].map((each) => getComputedStyle(element, each).content)],
          isUnmirroredIcon: element.matches('svg[data-directional]') && !transform.startsWith('matrix(-1,'),
          // A name or value on one line may be cut: its tooltip shows all of it.
          missing:
            isForScreenReaders ||
            element.matches('bdi[title]') ||
            element.querySelector(':scope > bdi[title]:only-child')
              ? 0
              : Math.max(
                  isLine ? wanted - Number.parseFloat(inlineSize) : 0,
                  isClipped ? element.scrollWidth - element.clientWidth : 0,
                  isClipped ? element.scrollHeight - element.clientHeight : 0,
                ),
          beyond: width === 0 || isForScreenReaders ? 0 : Math.max(bounds.left - left, right - bounds.right),
        }
      })
  })

function withoutIsolated(text: string): string {
  const rest = text.replaceAll(/\u2068[^\u2068\u2069]*\u2069/g, '')
  return rest === text ? text : withoutIsolated(rest)
}

/**
 * Allowed: in Hebrew, `Intl` writes the name of a time zone in Latin letters, and a key shows the letter that is printed on it.
 */
const isEnglish = (text: string) => /[A-Za-z]/.test(withoutIsolated(text).replaceAll(/\bGMT\b|\+[A-Z]$/g, ''))

/** A very long name may be cut after some lines. It is isolated, or is the only content of its element. */
const hasLongName = ({ name, isWritten }: Drawn) =>
  /\u2068[^\u2068\u2069]{40,}\u2069/.test(name) || (isWritten && name.length > 80)

const pointsRight = (mark: string) => /[▸▶►→›»]|^-90deg$/.test(mark)

const namesOf = (found: readonly Drawn[]) => found.map(({ name }) => name)

/**
 * The faults of the panel in a pseudo-language from right to left, in which no text of ours has a letter of ASCII. Texts
 * that people wrote stand in elements that isolate them, or between U+2068 and U+2069.
 */
export async function translationFaults(page: Page): Promise<TranslationFaults> {
  const drawn = await drawnIn(page)
  return {
    untranslated: drawn.flatMap(({ texts }) => texts).filter(isEnglish),
    cut: namesOf(drawn.filter((each) => each.missing > 1 && !hasLongName(each))),
    outside: namesOf(drawn.filter(({ beyond }) => beyond > 1)),
    unmirrored: namesOf(drawn.filter((each) => each.isUnmirroredIcon || each.marks.some(pointsRight))),
  }
}
