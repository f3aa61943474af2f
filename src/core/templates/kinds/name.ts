import type { TemplateKind } from '../template-kind.ts'

/** NAME: the name of the task. */
export const nameKind: TemplateKind = { rules: ({ rule }) => ({ name: rule }) }
