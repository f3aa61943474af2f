import { memberName } from '../../contract/parsing/member-name.ts'
import { isStartWithin } from '../../core/presets/start-within.ts'
import type { Preset } from '../../core/presets/preset.ts'
import type { Contradiction } from './contradiction.ts'
import { horizonDays, isDestinationAllowed, type Policy } from './policies.ts'

type Path = readonly PropertyKey[]

/** Presets whose tasks the same policy would refuse, and names that a menu would have twice. */
export const presetContradictions = (
  policy: Policy,
  index: number,
  ceilingDays: number,
): readonly Contradiction[] =>
  (policy.presets ?? []).flatMap((preset, number, presets) => {
    const at = (...path: Path) => ['policies', index, 'presets', number, ...path]
    const days = horizonDays(ceilingDays, policy)
    return nameTwice(presets, number, at('name')).concat(
      notAllowed(policy, preset, at('task', 'destination')),
      tooLate(days, preset, at('task', 'start')),
    )
  })

function nameTwice(presets: readonly Preset[], number: number, path: Path): Contradiction[] {
  const isRepeated = presets.findIndex(({ name }) => name === presets[number]?.name) < number
  return isRepeated
    ? [{ sentence: `${memberName(path)} is another preset’s. Give each its own.`, reliesOn: [path] }]
    : []
}

function notAllowed(policy: Policy, { task }: Preset, path: Path): readonly Contradiction[] {
  return task.destination && !isDestinationAllowed(task.destination, policy)
    ? [
        {
          sentence: `${memberName(path)} is not among the flows, quick connects or templates of its policy.`,
          reliesOn: [path],
        },
      ]
    : []
}

function tooLate(days: number, { task }: Preset, path: Path): readonly Contradiction[] {
  return task.start !== undefined && !isStartWithin(task.start, days)
    ? [
        {
          sentence: `${memberName(path)} is later than the ${days} days ahead that a task of this policy may be scheduled.`,
          reliesOn: [path],
        },
      ]
    : []
}
