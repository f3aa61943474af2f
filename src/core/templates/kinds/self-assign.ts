import { ruleWith, type TemplateKind } from '../template-kind.ts'

const yes = (written: string): true | undefined => (written.toLowerCase() === 'true' ? true : undefined)

/** SELF_ASSIGN: whether the task goes to the agent who creates it. A default of `false` is the same as none. */
export const selfAssignKind: TemplateKind = { place: ({ rule }) => ({ selfAssign: ruleWith(rule, yes) }) }
