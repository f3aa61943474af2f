/** A complaint about the draft in a form, and the control that it is about. */
export interface ComplaintAt<Path extends string> {
  readonly path: Path
  /** The name of the field. */
  readonly label: string
  readonly message: string
}
