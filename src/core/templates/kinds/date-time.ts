import { epochSeconds } from '../../time/instant.ts'
import type { TemplateKind } from '../template-kind.ts'
import { referenceKind } from './reference.ts'

/** Epoch seconds of any year that an ISO instant can have. */
const secondsPattern = /^-?\d{1,12}$/

/** Connect does not document how a default is written: as epoch seconds, as in references, or as an ISO instant. */
function instantOf(written: string): string | undefined {
  const seconds = secondsPattern.test(written) ? Number(written) : epochSeconds(written)
  return seconds === undefined ? undefined : new Date(seconds * 1_000).toISOString()
}

/** DATE_TIME: a reference of the type DATE. */
export const dateTimeKind: TemplateKind = referenceKind({ type: 'DATE', read: instantOf })
