/** Finds an element of the page's HTML; throws if it is missing. */
export function element<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} with the id ${id}.`)
  return found
}

/** A button whose accessible name is its visible label followed by `target`, the thing that it acts on. */
export function button(id: string, label: string, target = ''): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.id = id
  made.append(label)
  if (target) made.append(span('unseen', ` ${target}`))
  return made
}

export function span(className: string, text: string): HTMLSpanElement {
  const made = document.createElement('span')
  made.className = className
  made.textContent = text
  return made
}
