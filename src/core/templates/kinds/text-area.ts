import type { ValueForm } from '../../fields/references/value-form.ts'
import type { TemplateKind } from '../template-kind.ts'
import { referenceKind } from './reference.ts'

/** Connect API, `UpdateContactTaskTemplate`: "TEXT_AREA fields must be fewer than 4,096 characters." */
const textAreaScalarLimit = 4_095

const form: ValueForm = { type: 'text', limit: textAreaScalarLimit }

/** TEXT_AREA: several lines. */
export const textAreaKind: TemplateKind = referenceKind({ type: 'STRING', form: () => form })
