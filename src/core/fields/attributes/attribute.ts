// No run-time imports: the first load of the panel has this file.

/** A contact attribute. Lists of pairs rather than maps: order and repeats survive, and `__proto__` is only a text. */
export interface Attribute {
  readonly key: string
  readonly value: string
}

/** UTF-8 bytes over all attribute keys and values of a contact, inherited ones included (Connect API, `Attributes`: "per contact"). */
export const attributesByteLimit = 32_768

/** Characters in one attribute key or value (Connect API, `Attributes`). */
export const attributeTextLimit = 32_767

/** Connect API, `Attributes`: "Attribute keys can include only alphanumeric, dash, and underscore characters." */
export const attributeKeyPattern = /^[A-Za-z0-9_-]+$/
