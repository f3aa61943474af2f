import type { FieldTable } from './field-table.ts'

type AnyField = FieldTable[keyof FieldTable]

/** All members of the parts together: a union says "one of the parts", an intersection says "all of them". */
type AllOf<Part> = (Part extends unknown ? (part: Part) => void : never) extends (all: infer All) => void
  ? All
  : never

/** One object type instead of an intersection, so that messages of the compiler name its members. */
type Members<Intersection> = { [Name in keyof Intersection]: Intersection[Name] }

/** The content of the form: texts as typed, not checked. */
export type TaskDraft = Members<AllOf<ReturnType<AnyField['preset']>>>

/** The request for a task: it has the right shape but has not been checked. */
export type TaskRequest = Members<AllOf<ReturnType<AnyField['fill']>>>

/** The parameters of StartTaskContact that describe the task. Compiling the proxy compares them with the SDK's types. */
export type TaskParameters = Members<AllOf<ReturnType<AnyField['parameters']>>>

/**
 * Which fields are required, locked, preset or hidden, and what they may hold. A host, a policy or a template writes them.
 *
 *     { link: { default: 'none', isHidden: true },
 *       attributes: { isLocked: true, byKey: { reason: { isRequired: true }, source: { default: 'crm', isLocked: true } } } }
 */
export type FieldRules = Members<AllOf<ReturnType<AnyField['mergeRules']>>>
