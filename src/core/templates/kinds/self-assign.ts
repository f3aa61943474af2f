import { ruleWith, type TemplateKind } from '../template-kind.ts'

const values = new Map([
  ['true', true],
  ['false', false],
])

/** SELF_ASSIGN: whether the task goes to the agent who creates it. */
export const selfAssignKind: TemplateKind = {
  place: ({ rule }) => ({
    selfAssign: ruleWith(rule, (written) => values.get(written.toLowerCase())),
  }),
}
