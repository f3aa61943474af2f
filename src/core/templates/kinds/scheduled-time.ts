import { flags } from '../../fields/field-rule.ts'
import type { TemplateKind } from '../template-kind.ts'

/** SCHEDULED_TIME: when the task starts. A fixed moment as a default would soon be in the past, so none counts. */
export const scheduledTimeKind: TemplateKind = { rules: ({ rule }) => ({ schedule: flags(rule) }) }
