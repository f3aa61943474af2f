// No run-time imports: the first load of the panel has this file.

/** The types that Connect accepts when a task is created. ATTACHMENT travels beside the references. */
export const referenceTypes = ['URL', 'NUMBER', 'STRING', 'DATE', 'EMAIL'] as const

export type ReferenceType = (typeof referenceTypes)[number]

/** UTF-8 bytes over all reference names and values of a contact (Connect API, `Reference`: "across all references for a contact"). */
export const referencesByteLimit = 4_096

/** Characters in one reference name or value (Connect API, `References`). */
export const referenceTextLimit = 4_096

/** One row type for each type of reference, so that the compiler ties a row to its kind. */
type Row<Type extends ReferenceType> = {
  [T in Type]: { readonly name: string; readonly type: T; readonly value: string }
}[Type]

/** A row as the agent fills it in. A date is a wall-clock time in the agent's time zone, as `datetime-local` writes it. */
export type ReferenceDraft<Type extends ReferenceType = ReferenceType> = Row<Type>

/** A reference as the panel sends it to the proxy. A date is an ISO instant. */
export type Reference<Type extends ReferenceType = ReferenceType> = Row<Type>
