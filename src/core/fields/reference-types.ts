/** The reference types Connect accepts when a task is created; ATTACHMENT travels beside the references. */
export const referenceTypes = ['URL', 'NUMBER', 'STRING', 'DATE', 'EMAIL'] as const

export type ReferenceType = (typeof referenceTypes)[number]
