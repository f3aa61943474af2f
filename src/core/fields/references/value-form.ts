import { textExcess, type RowFault } from '../../issues/row-issues.ts'

/** The allowed values of a STRING, if a rule says more than "any text". */
export type ValueForm =
  | {
      /** Whether the text has one line or several. */
      readonly type: 'line' | 'text'
      /** Unicode scalar values. */
      readonly limit: number
    }
  | { readonly type: 'boolean' }
  | { readonly type: 'options'; readonly options: readonly string[] }

const booleanTexts = ['true', 'false'] as const

const isBooleanText = (value: string): boolean => booleanTexts.some((each) => each === value)

/** Why a form refuses a value. */
export function formFault(form: ValueForm | undefined, value: string): RowFault | undefined {
  switch (form?.type) {
    case undefined:
      return undefined
    case 'line':
    case 'text':
      return textExcess('reference-text-too-long', value, form.limit)
    case 'boolean':
      return isBooleanText(value) ? undefined : 'reference-boolean-invalid'
    case 'options':
      return form.options.includes(value) ? undefined : 'reference-option-unknown'
  }
}

/** The values that both forms take. */
export function formInBoth(one: ValueForm | undefined, other: ValueForm | undefined): ValueForm | undefined {
  if (!one || !other) return one ?? other
  const [narrow, wide] = one.type === 'options' || other.type === 'text' ? [one, other] : [other, one]
  if (narrow.type === 'options') {
    return { type: 'options', options: narrow.options.filter((option) => !formFault(wide, option)) }
  }
  if (narrow.type === 'boolean' || wide.type === 'boolean') return { type: 'boolean' }
  if (wide.type === 'options') return formInBoth(wide, narrow)
  const isLine = narrow.type === 'line' || wide.type === 'line'
  return { type: isLine ? 'line' : 'text', limit: Math.min(narrow.limit, wide.limit) }
}
