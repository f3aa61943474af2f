import { ruleWith, type TemplateKind } from '../template-kind.ts'

/** QUICK_CONNECT: who gets the task of a template without a flow. The default may be an ARN, which ends with the id. */
export const quickConnectKind: TemplateKind = {
  place: ({ rule }) => ({
    quickConnect: ruleWith(rule, (written) => written.slice(written.lastIndexOf('/') + 1) || undefined),
  }),
}
