import { ruleWith, type TemplateKind } from '../template-kind.ts'

/** EXPIRY_DURATION: how long the task lives. Its default is a number of minutes. */
export const expiryDurationKind: TemplateKind = {
  rules: ({ rule }) => ({
    expiry: ruleWith(rule, (minutes) => (/^\d{1,9}$/.test(minutes) ? Number(minutes) : undefined)),
  }),
}
