import type { WholeOf } from '../fields/all-of.ts'
import type { FieldTable } from './field-table.ts'

type AnyField = FieldTable[keyof FieldTable]

/** The content of the form: texts as typed, not checked. */
export type TaskDraft = WholeOf<ReturnType<AnyField['preset']>>

/** The request for a task: it has the right shape but has not been checked. */
export type TaskRequest = WholeOf<ReturnType<AnyField['fill']>>

/** The parameters of StartTaskContact that describe the task. Compiling the proxy compares them with the SDK's types. */
export type TaskParameters = WholeOf<ReturnType<AnyField['parameters']>>

/**
 * Which fields are required, locked, preset or hidden, and what they may hold. A host, a policy or a template writes them.
 *
 *     { link: { default: 'none', isHidden: true },
 *       attributes: { isLocked: true, byKey: { reason: { isRequired: true }, source: { default: 'crm', isLocked: true } } } }
 */
export type FieldRules = WholeOf<ReturnType<AnyField['mergeRules']>>
