import type { TemplateKind } from '../template-kind.ts'
import { referenceKind } from './reference.ts'

/** EMAIL: one address. */
export const emailKind: TemplateKind = referenceKind({ type: 'EMAIL' })
