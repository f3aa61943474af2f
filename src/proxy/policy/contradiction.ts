/** A mistake that only several members together make. */
export interface Contradiction {
  /** Begins with the path of a member. */
  readonly sentence: string
  /** The members that must be right for this to be a mistake. */
  readonly reliesOn: readonly (readonly PropertyKey[])[]
}
