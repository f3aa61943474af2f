import { ruleWith, type TemplateKind } from '../template-kind.ts'

const none = (): 'now' | 'later' | undefined => undefined

/** SCHEDULED_TIME: when the task starts. A fixed moment as a default would soon be in the past, so none counts. */
export const scheduledTimeKind: TemplateKind = { rules: ({ rule }) => ({ schedule: ruleWith(rule, none) }) }
