// No run-time imports: the panel needs only the types of this file.

/** A field of a task template, as the administrator has defined it. */
export interface TemplateField {
  /** Also the name of the reference that the field becomes. */
  readonly name: string
  readonly description?: string
  /** As Connect names it, such as `TEXT_AREA`. There may be types that do not exist yet. */
  readonly type: string
  readonly isRequired?: true
  readonly isReadOnly?: true
  readonly isInvisible?: true
  readonly default?: string
  /** Of a SINGLE_SELECT field. */
  readonly options?: readonly string[]
}

/** A task template of the instance. */
export interface TaskTemplate {
  readonly templateId: string
  readonly name: string
  readonly description?: string
  /** Without a flow of its own, the template goes with a quick connect. */
  readonly hasFlow: boolean
  /** It has a field for self-assignment, and a flow that such a task runs. */
  readonly canSelfAssign: boolean
  /** Another text with each change of the template. */
  readonly revision: string
  /** In the order of the form. */
  readonly fields: readonly TemplateField[]
}
