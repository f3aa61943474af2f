type ByName = (name: string) => string

/** The words for the form of a task template. */
export interface TemplateMessages {
  readonly loading: string
  readonly failed: string
  /** The agent pressed the button before the template had been read. */
  readonly unread: string
  /** The quick connect of a template without a flow. */
  readonly goesTo: string
  readonly goesToNone: string
  readonly choose: string
  readonly assignToMe: string
  readonly assignedToMe: string
  /** The template has the field "self-assign", but no flow for it. */
  readonly selfImpossible: string
  readonly yes: string
  readonly no: string
  readonly notSet: string
  /** The chosen option is no longer in the list. */
  readonly notListed: ByName
  readonly unfillable: ByName
  readonly unfillableRequired: ByName
  /** Values of a template that the agent no longer uses. */
  readonly unfit: (count: number) => string
  readonly unfitMeans: string
  readonly unfitValue: (name: string, value: string) => string
  readonly copyUnfit: string
  readonly removeUnfit: string
}
