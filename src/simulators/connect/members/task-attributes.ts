import { attributesByteLimit, attributeTextLimit } from '../../../core/fields/attributes/attribute.ts'
import { invalidParameter, invalidRequest } from '../wire/service-error.ts'
import { asText, type Members, nested } from '../wire/wire-members.ts'

type Attributes = Readonly<Record<string, string>>

export function readAttributes(body: Members): Attributes {
  const attributes = [...nested(body, 'Attributes')]
  return Object.fromEntries(
    attributes.map(([key, value]) => [
      asText(key, 'A key of Attributes', { min: 1, max: attributeTextLimit }),
      asText(value, `Attributes.${key}`, { max: attributeTextLimit }),
    ]),
  )
}

/** The attributes of the new contact: those of the linked contact, replaced by those of the request. */
export function contactAttributes(requested: Attributes, copied: Attributes): Attributes {
  // Connect API, `Attributes`: "can include only alphanumeric, dash, and underscore characters".
  const illegal = Object.keys(requested).find((key) => !/^[A-Za-z0-9_-]+$/.test(key))
  if (illegal !== undefined) throw invalidParameter(`Attributes has an illegal key: ${illegal}.`)
  const attributes = { ...copied, ...requested }
  const bytes = Object.entries(attributes)
    .flat()
    .reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  if (bytes > attributesByteLimit) {
    throw invalidRequest(`A contact holds at most ${attributesByteLimit} bytes of attributes, not ${bytes}.`)
  }
  return attributes
}
