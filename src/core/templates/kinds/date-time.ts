import { writtenInstant } from '../../time/instant.ts'
import type { TemplateKind } from '../template-kind.ts'
import { referenceKind } from './reference.ts'

/**
 * DATE_TIME: a reference of the type DATE. Connect does not document the format of a default, so both epoch seconds (as in
 * references) and an ISO instant are read.
 */
export const dateTimeKind: TemplateKind = referenceKind({ type: 'DATE', read: writtenInstant })
