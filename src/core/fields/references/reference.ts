// No run-time imports: the first load of the panel has this file.

/** The types that Connect accepts when a task is created. ATTACHMENT travels beside the references. */
export const referenceTypes = ['URL', 'NUMBER', 'STRING', 'DATE', 'EMAIL'] as const

export type ReferenceType = (typeof referenceTypes)[number]

/** UTF-8 bytes over all reference names and values of a contact (Connect API, `Reference`: "across all references for a contact"). */
export const referencesByteLimit = 4_096

/** Characters in one reference name or value (Connect API, `References`). */
export const referenceTextLimit = 4_096

interface Text {
  readonly row: { readonly value: string }
  readonly sent: { readonly value: string }
}

/** Per type: the members of a row in the draft and of the reference that is sent, beside name and type. */
interface Members {
  readonly URL: Text
  readonly NUMBER: Text
  readonly STRING: Text
  /** A wall-clock time in the row, as `datetime-local` writes it, in the agent's time zone. An ISO instant when sent. */
  readonly DATE: Text
  readonly EMAIL: Text
}

/** A row as the agent fills it in. */
export type ReferenceDraft<Type extends ReferenceType = ReferenceType> = {
  [T in Type]: { readonly name: string; readonly type: T } & Members[T]['row']
}[Type]

/** A reference as the panel sends it to the proxy. */
export type Reference<Type extends ReferenceType = ReferenceType> = {
  [T in Type]: { readonly name: string; readonly type: T } & Members[T]['sent']
}[Type]

/** The types whose value is one text. */
export type TextType = { [T in ReferenceType]: Members[T] extends Text ? T : never }[ReferenceType]
