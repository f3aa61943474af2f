import firstStyles from './task-panel.css?inline'

/** The styles that have been loaded, in the order in which they apply. */
const styles = [firstStyles]

/** The shadow trees of the panels that are open. */
const trees = new Set<ShadowRoot>()

/** All panels of a document share their sheets. A constructed sheet works only in the document that constructed it. */
const sheets = new WeakMap<Document, CSSStyleSheet[]>()

/** Adds styles to all panels, also to those that are open. */
export function addStyles(text: string): void {
  if (styles.includes(text)) return
  styles.push(text)
  for (const tree of trees) dress(tree)
}

/** Adds all styles to a panel, including those that are loaded later. */
export function dressTree(tree: ShadowRoot): void {
  trees.add(tree)
  dress(tree)
}

export function forgetTree(tree: ShadowRoot): void {
  trees.delete(tree)
}

function dress(tree: ShadowRoot): void {
  const page = tree.ownerDocument
  const view = page.defaultView
  if (!view || !Reflect.has(tree, 'adoptedStyleSheets')) {
    addStyleElements(tree)
    return
  }
  const made = sheets.get(page) ?? []
  sheets.set(page, made)
  for (const text of styles.slice(made.length)) {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(text)
    made.push(sheet)
  }
  const adopted = tree.adoptedStyleSheets
  adopted.push(...made.filter((sheet) => !adopted.includes(sheet)))
}

/** For Safari before 16.4 and for jsdom. A content security policy of the page may block these elements. */
function addStyleElements(tree: ShadowRoot): void {
  for (const text of styles.slice(tree.querySelectorAll('style').length)) {
    const style = tree.ownerDocument.createElement('style')
    style.textContent = text
    tree.append(style)
  }
}
