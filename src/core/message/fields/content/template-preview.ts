import { isBlank } from '../../../text/text.ts'
import type { TemplateValue } from './template-values.ts'

/** A name between two pairs of braces stands for a value, as in the templates of Connect. */
const placeholder = /\{\{([^{}]*)\}\}/

/** Every second part of a split text is the name of a value. */
const isName = (index: number) => index % 2 === 1

/** The names of the values in a preview. */
export const valuesNamedIn = (preview: string): readonly string[] =>
  preview
    .split(placeholder)
    .filter((_, index) => isName(index))
    .map((name) => name.trim())

export interface PreviewPart {
  readonly text: string
  /** The text is the name of a missing value. */
  readonly isMissing: boolean
}

/**
 * The text of a template with its values.
 *
 *     previewParts('Hello {{name}}', [{ name: 'name', value: 'Maya' }]) // "Hello ", "Maya"
 */
export const previewParts = (preview: string, values: readonly TemplateValue[]): readonly PreviewPart[] =>
  preview.split(placeholder).flatMap((text, index): readonly PreviewPart[] => {
    if (!isName(index)) return text === '' ? [] : [{ text, isMissing: false }]
    const name = text.trim()
    const value = values.find((each) => each.name === name)?.value ?? ''
    return isBlank(value) ? [{ text: name, isMissing: true }] : [{ text: value, isMissing: false }]
  })
