import type { Preset } from './preset.ts'

/** The values of placeholders, as far as the agent may see them. */
export interface ContactFacts {
  /** The customer's name, or what the contact source has in its place. */
  readonly customer?: string
  /** The channel in the agent's language. */
  readonly channel?: string
  readonly attribute: (key: string) => string | undefined
}

/** `{customer}`, `{channel}` or `{attribute:orderId}`. A brace that is only a text is written twice: `{{`, `}}`. */
const marks = /\{\{|\}\}|\{([^{}]*)\}/g

const attributePrefix = 'attribute:'

function isKnown(placeholder: string): boolean {
  return (
    placeholder === 'customer' ||
    placeholder === 'channel' ||
    (placeholder.startsWith(attributePrefix) && /^[\w-]+$/.test(placeholder.slice(attributePrefix.length)))
  )
}

/** The unknown placeholders in a text, with their braces. */
export const unknownPlaceholders = (text: string): readonly string[] =>
  Array.from(text.matchAll(marks))
    .filter(([, placeholder]) => placeholder !== undefined && !isKnown(placeholder))
    .map(([mark]) => mark)

function factOf(placeholder: string, facts: ContactFacts): string {
  if (placeholder === 'customer') return facts.customer ?? ''
  if (placeholder === 'channel') return facts.channel ?? ''
  return facts.attribute(placeholder.slice(attributePrefix.length)) ?? ''
}

/**
 * Replaces the placeholders of a text by their values. If a value is empty, a blank beside the placeholder goes, too:
 * "Call {customer} back" becomes "Call back". An unknown placeholder stays as it was written.
 */
export function filledText(text: string, facts: ContactFacts): string {
  let filled = ''
  let end = 0
  let isFactMissing = false
  for (const match of text.matchAll(marks)) {
    const [mark, placeholder] = match
    filled += text.slice(end, match.index)
    end = match.index + mark.length
    if (placeholder === undefined) filled += mark.charAt(0)
    else if (!isKnown(placeholder)) filled += mark
    else {
      const fact = factOf(placeholder, facts)
      const isBlankBeside = /(^|\s)$/.test(filled) && text.charAt(end) === ' '
      if (fact === '') {
        isFactMissing = true
        if (isBlankBeside) end += 1
      }
      filled += fact
    }
  }
  const whole = filled + text.slice(end)
  return isFactMissing ? whole.trimEnd() : whole
}

/** Whether a preset has a placeholder for an attribute. */
export const needsAttributes = ({ task }: Preset): boolean =>
  [task.name, task.description, ...(task.references ?? []), ...(task.attributes ?? [])].some((part) =>
    (typeof part === 'string' ? part : (part?.value ?? '')).includes(`{${attributePrefix}`),
  )
