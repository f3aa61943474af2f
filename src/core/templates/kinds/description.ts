import type { TemplateKind } from '../template-kind.ts'

/** DESCRIPTION: the description of the task. */
export const descriptionKind: TemplateKind = { rules: ({ rule }) => ({ description: rule }) }
