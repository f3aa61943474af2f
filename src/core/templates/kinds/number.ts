import type { TemplateKind } from '../template-kind.ts'
import { referenceKind } from './reference.ts'

/** NUMBER: a finite decimal. */
export const numberKind: TemplateKind = referenceKind({ type: 'NUMBER' })
