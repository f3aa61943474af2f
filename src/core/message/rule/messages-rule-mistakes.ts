import type { MessagesRule } from './messages-rule.ts'

/** A mistake in the rule, for the administrator who wrote it. */
export interface MessagesRuleMistake {
  /** Into the rule, member by member. */
  readonly path: readonly PropertyKey[]
  readonly code: string
}

/** Where the rule contradicts itself or Connect. */
export const messagesRuleMistakes = (_rule: MessagesRule): readonly MessagesRuleMistake[] => []
