import type { TemplateKind } from '../template-kind.ts'
import { referenceKind } from './reference.ts'

/** URL: an absolute web address. */
export const urlKind: TemplateKind = referenceKind({ type: 'URL' })
