import css from './task-panel.css?inline'

/** One sheet for all panels of a document: a constructed sheet works only in the document that constructed it. */
const sheets = new WeakMap<Document, CSSStyleSheet>()

function sheetFor(page: Document, { CSSStyleSheet: Sheet }: Window & typeof globalThis): CSSStyleSheet {
  const known = sheets.get(page)
  if (known) return known
  const sheet = new Sheet()
  sheet.replaceSync(css)
  sheets.set(page, sheet)
  return sheet
}

/** Gives a shadow tree the panel's styles, unless it has them. */
export function addStyles(tree: ShadowRoot): void {
  const page = tree.ownerDocument
  const view = page.defaultView
  if (view && Reflect.has(tree, 'adoptedStyleSheets')) {
    const sheet = sheetFor(page, view)
    if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets.push(sheet)
  } else if (!tree.querySelector('style')) {
    // Safari before 16.4, and jsdom. A page's content security policy may refuse such an element.
    const style = page.createElement('style')
    style.textContent = css
    tree.prepend(style)
  }
}
