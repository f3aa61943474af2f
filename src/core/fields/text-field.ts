import { trimmedText } from '../text/invisible.ts'
import type { WholeField } from '../issues/field-path.ts'
import type { Issue } from '../issues/issues.ts'
import type { Access, FieldRule } from './field-rule.ts'

type TextRule = FieldRule<string> | undefined

/** The text that the rules fix. Undefined if the agent decides. */
export const fixedText = (rule: TextRule, access: Access): string | undefined =>
  access === 'editable' ? undefined : trimmedText(rule?.default ?? '')

/** The text of a draft's field under its rule. */
export const textUnder = (typed: string, rule: TextRule, access: Access): string =>
  access === 'editable' ? typed : (rule?.default ?? '')

export const textIssues = (field: WholeField, text: string, fixed: string | undefined): readonly Issue[] =>
  fixed === undefined || fixed === text ? [] : [{ field, code: 'field-locked' }]
