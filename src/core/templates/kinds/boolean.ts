import type { ValueForm } from '../../fields/references/value-form.ts'
import type { TemplateKind } from '../template-kind.ts'
import { referenceKind } from './reference.ts'

const form: ValueForm = { type: 'boolean' }

/** BOOLEAN: `true` or `false`. An administrator may have written the default in capitals. */
export const booleanKind: TemplateKind = referenceKind({
  type: 'STRING',
  form: () => form,
  read: (written) => written.toLowerCase(),
})
