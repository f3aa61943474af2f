/*
 * A page may show the panel in another window of its own, such as one that stays on top. The nodes there are of the classes
 * of that window, and `instanceof` asks for those of this one.
 */

type Asked = object | null | undefined

export const isNode = (value: Asked): value is Node =>
  value !== null && value !== undefined && 'nodeType' in value

export const isElement = (value: Asked): value is HTMLElement =>
  isNode(value) && value.nodeType === Node.ELEMENT_NODE

export const isTag = <Name extends keyof HTMLElementTagNameMap>(
  value: Asked,
  ...names: readonly Name[]
): value is HTMLElementTagNameMap[Name] => isElement(value) && names.some((name) => name === value.localName)

export const isShadowRoot = (value: Asked): value is ShadowRoot =>
  isNode(value) && value.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in value
