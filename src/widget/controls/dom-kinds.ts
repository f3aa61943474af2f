/*
 * A page may move the panel into another window, such as a picture-in-picture window. `instanceof` is false for the nodes
 * there, because each window has its own classes.
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
