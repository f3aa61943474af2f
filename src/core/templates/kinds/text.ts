import type { ValueForm } from '../../fields/references/value-form.ts'
import type { TemplateKind } from '../template-kind.ts'
import { referenceKind } from './reference.ts'

/** Connect API, `UpdateContactTaskTemplate`: "References corresponding to TEXT fields must be fewer than 512 characters." */
const textScalarLimit = 511

const form: ValueForm = { type: 'line', limit: textScalarLimit }

/** TEXT: one line. */
export const textKind: TemplateKind = referenceKind({ type: 'STRING', form: () => form })
