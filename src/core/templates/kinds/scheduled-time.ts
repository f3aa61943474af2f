import { ruleWith, type TemplateKind } from '../template-kind.ts'

const none = (): 'now' | 'later' | undefined => undefined

/** SCHEDULED_TIME: when the task starts. A default would be a fixed time that is soon in the past, so it is ignored. */
export const scheduledTimeKind: TemplateKind = { rules: ({ rule }) => ({ schedule: ruleWith(rule, none) }) }
