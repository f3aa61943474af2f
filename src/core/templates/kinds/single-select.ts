import type { TemplateKind } from '../template-kind.ts'
import { referenceKind } from './reference.ts'

/** SINGLE_SELECT: one of the options. */
export const singleSelectKind: TemplateKind = referenceKind({
  type: 'STRING',
  form: ({ options }) => ({ type: 'options', options }),
})
