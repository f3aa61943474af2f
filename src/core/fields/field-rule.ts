/** A rule about one field. A host, a policy or a template writes it. */
export interface FieldRule<Value> {
  /** The value of a new draft. A locked or hidden field always has it. */
  readonly default?: Value
  readonly isRequired?: boolean
  /** The agent sees the field and cannot change it. Without a default it stays empty. */
  readonly isLocked?: boolean
  /** The agent does not see the field. It is sent with its default. */
  readonly isHidden?: boolean
  /** If a template fixes the field, it has the template's value, even an empty one, unless a stronger rule fixes another. */
  readonly isOfTemplate?: true
}

/** Whether the agent may edit a field, only see it, or not see it. */
export type Access = 'editable' | 'locked' | 'hidden'

type Flags = Pick<FieldRule<unknown>, 'isRequired' | 'isLocked' | 'isHidden'>

export const isFixed = ({ isLocked, isHidden }: Flags): boolean => isLocked === true || isHidden === true

/** A needed field without a value stays editable under any rule: otherwise the agent could not create a task. */
export function accessTo(rule: FieldRule<unknown> = {}, isNeeded = rule.isRequired === true): Access {
  const hasValue = rule.default !== undefined && rule.default !== ''
  if (!isFixed(rule) || (isNeeded && !hasValue)) return 'editable'
  return rule.isHidden ? 'hidden' : 'locked'
}

/** The flags that are set. */
export const flags = ({ isRequired, isLocked, isHidden }: Flags): Flags => ({
  ...(isRequired ? { isRequired } : {}),
  ...(isLocked ? { isLocked } : {}),
  ...(isHidden ? { isHidden } : {}),
})

/**
 * If the stronger rule fixes the field, its value counts, even an empty one. Then only `isLocked` and `isHidden` of the weaker
 * rule count.
 */
export function mergeRule<Value>(strong: FieldRule<Value>, weak: FieldRule<Value>): FieldRule<Value> {
  const { default: weakDefault, isRequired, isOfTemplate } = isFixed(strong) ? {} : weak
  // Connect refuses any other value than the one that the template fixes, so a preset of the stronger rule does not count.
  const isGiven = isOfTemplate && accessTo(weak) !== 'editable'
  const value = isGiven ? weakDefault : (strong.default ?? weakDefault)
  return {
    ...(value === undefined ? {} : { default: value }),
    ...flags({
      isRequired: strong.isRequired === true || isRequired === true,
      isLocked: strong.isLocked === true || weak.isLocked === true,
      isHidden: strong.isHidden === true || weak.isHidden === true,
    }),
  }
}

/** Merges two rules where both exist. */
export const mergeIfBoth = <Rule>(
  strong: Rule | undefined,
  weak: Rule | undefined,
  merge: (strong: Rule, weak: Rule) => Rule,
): Rule | undefined => (strong && weak ? merge(strong, weak) : (strong ?? weak))

/** The values that both lists allow. An absent list allows all. */
export const allowedByBoth = <Value>(
  one: readonly Value[] | undefined,
  other: readonly Value[] | undefined,
): readonly Value[] | undefined =>
  one && other ? one.filter((value) => other.includes(value)) : (one ?? other)
