/** A step that may happen next. */
export interface Step {
  /** How often it happens, compared with the others. */
  readonly weight: number
  readonly name: string
  readonly run: () => Promise<void>
}
