import type { StartTaskContactCommandInput } from '@aws-sdk/client-connect'
import type { TaskTemplate } from '../simulators/connect/templates/task-template.ts'
import type { CasesOf, RuleCase } from './operation-cases.ts'

/** One rule about a task. */
export interface AcceptedCase extends RuleCase {
  /**
   * Parameters of StartTaskContact, added to the plain ones or replacing them. For a refused case: the parameters that an
   * unchecked request would lead to.
   */
  readonly sent: Partial<StartTaskContactCommandInput>
  /** The template that the task is made from; it is in the instance. */
  readonly template?: TaskTemplate
  /** The deployment's schedule horizon. Default: 6 days. */
  readonly horizonDays?: 6 | 90
}

export type ConformanceCases = CasesOf<AcceptedCase>

/** One character, two UTF-16 units, four bytes in UTF-8. */
export const thumb = '👍'
export const halfOfThumb = thumb.slice(0, 1)
