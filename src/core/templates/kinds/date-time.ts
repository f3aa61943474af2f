import { writtenInstant } from '../../time/instant.ts'
import type { TemplateKind } from '../template-kind.ts'
import { referenceKind } from './reference.ts'

/**
 * DATE_TIME: a reference of the type DATE. Connect does not document how a default is written: as epoch seconds, as in references,
 * or as an ISO instant.
 */
export const dateTimeKind: TemplateKind = referenceKind({ type: 'DATE', read: writtenInstant })
