import type { ScheduleChoice, ScheduleChoiceName } from '../../../core/fields/schedule/schedule-choices.ts'
import {
  areWordsUnclear,
  sameSchedule,
  type ScheduleDraft,
} from '../../../core/fields/schedule/schedule-draft.ts'

export type ChipName = 'now' | ScheduleChoiceName | 'pick'

export interface ChipCircumstances {
  readonly offered: readonly ScheduleChoice[]
  /** The choice that was pressed last. */
  readonly pressed: ScheduleChoice | undefined
  readonly isPicking: boolean
  /** The organisation requires a time, so no chip is chosen at first. */
  readonly isRequired: boolean
}

/** The chip that shows as chosen for this schedule. "In 30 min" stays chosen although a new press would mean a later time. */
export function chosenChip(schedule: ScheduleDraft, circumstances: ChipCircumstances): ChipName | undefined {
  const { offered, pressed, isPicking, isRequired } = circumstances
  if (schedule.when === 'now') return 'now'
  if (isPicking || areWordsUnclear(schedule)) return 'pick'
  const mornings = offered.filter(({ name }) => name === 'tomorrow' || name === 'working-day')
  const same = [...(pressed ? [pressed] : []), ...mornings].find((choice) =>
    sameSchedule(choice.schedule, schedule),
  )
  const isEmpty = schedule.date === '' && schedule.time === ''
  return same?.name ?? (isEmpty && isRequired ? undefined : 'pick')
}
