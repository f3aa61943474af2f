// No run-time imports: the panel needs only the types of this file.

/** A field of a task template, as the administrator has defined it. */
export interface TemplateField {
  /** The field's name, and the name of the reference that it becomes. */
  readonly name: string
  readonly description?: string
  /** Connect's name, such as `TEXT_AREA`. Connect may add types. */
  readonly type: string
  readonly isRequired?: true
  readonly isReadOnly?: true
  readonly isInvisible?: true
  readonly default?: string
  /** The options of a SINGLE_SELECT field. */
  readonly options?: readonly string[]
}

/** A task template of the instance. */
export interface TaskTemplate {
  readonly templateId: string
  readonly name: string
  readonly description?: string
  /** If false, a task of the template needs a quick connect or self-assignment. */
  readonly hasFlow: boolean
  /** True if the template has a field for self-assignment and a flow for it. */
  readonly canSelfAssign: boolean
  /** Changes with each change of the template. */
  readonly revision: string
  /** In the order of the form. */
  readonly fields: readonly TemplateField[]
}
