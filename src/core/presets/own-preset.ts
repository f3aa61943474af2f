import { destinationFromKey } from '../fields/destination-key.ts'
import { expiryMinutesLimit } from '../fields/expiry/expiry-minutes.ts'
import { scheduleHorizonDaysLimit } from '../fields/schedule/horizon.ts'
import { areWordsUnclear, isTime, type ScheduleDraft } from '../fields/schedule/schedule-draft.ts'
import type { FieldRules, TaskDraft } from '../task/task-parts.ts'
import type { KeptParts } from '../existing-task/permissions.ts'
import { isBlank } from '../text/text.ts'
import { blankDraft } from '../task/task-rules.ts'
import { withParts } from '../task/with-parts.ts'
import type { Zone } from '../time/time-zone.ts'
import { daysAfter, wallClock } from '../time/zoned-time.ts'
import { presetsLimit, type Preset, type PresetStart, type PresetTask } from './preset.ts'

export interface OwnPresetCircumstances {
  readonly rules: FieldRules
  readonly zone: Zone
  readonly now: Date
  /** The parts that policy allows the browser to store. */
  readonly keeps: KeptParts
}

/** A file belongs to one task; a preset is for many. */
export type LeftOut = 'start' | 'files' | 'values'

export interface OwnPresetTask {
  /** Undefined if there is nothing to store. */
  readonly task: PresetTask | undefined
  /** The parts of the form that the preset does not have. */
  readonly leftOut: readonly LeftOut[]
}

const isPresetMinutes = (minutes: number) =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= expiryMinutesLimit

/** Escapes a text for a preset, so that no part of it is read as a placeholder. */
export const literalText = (text: string): string => text.replaceAll(/[{}]/g, '$&$&')

/**
 * The start relative to now: "in … minutes" if the agent chose that, else a time of day some days ahead. Undefined for a past
 * day, a day too far ahead, and an incomplete time.
 */
function relativeStart(schedule: ScheduleDraft, zone: Zone, now: Date): PresetStart | undefined {
  const { date, time, aheadMinutes } = schedule
  if (!isTime(time) || areWordsUnclear(schedule)) return undefined
  if (aheadMinutes !== undefined && isPresetMinutes(aheadMinutes)) return { inMinutes: aheadMinutes }
  const today = wallClock(now, zone).date
  const days = Array.from({ length: scheduleHorizonDaysLimit + 1 }, (_, inDays) => inDays)
  const inDays = days.find((ahead) => daysAfter(today, ahead) === date)
  return inDays === undefined ? undefined : { inDays, at: time }
}

/** The agent's own content of the form as a preset, without the values that the rules have put there. */
export function ownPresetTask(draft: TaskDraft, circumstances: OwnPresetCircumstances): OwnPresetTask {
  const { rules, zone, now, keeps } = circumstances
  const blank = blankDraft(rules)
  const { name, description, schedule } = draft
  const isTyped = (field: 'name' | 'description') => !isBlank(draft[field]) && draft[field] !== blank[field]
  const destination =
    draft.destination === blank.destination ? undefined : destinationFromKey(draft.destination)
  const start = schedule.when === 'later' ? relativeStart(schedule, zone, now) : undefined
  const references = draft.references
    .filter((row) => !blank.references.some((fixed) => fixed.name === row.name && fixed.value === row.value))
    .filter((row) => !isBlank(row.value))
    .map((row) => ({ name: row.name, type: row.type, value: literalText(row.value) }))
  const attributes = draft.attributes
    .filter((row) => !blank.attributes.some((fixed) => fixed.key === row.key && fixed.value === row.value))
    .filter(({ value }) => !isBlank(value))
  const parts: Readonly<Record<keyof PresetTask, PresetTask>> = {
    name: isTyped('name') ? { name: literalText(name) } : {},
    description: isTyped('description') ? { description: literalText(description) } : {},
    destination: destination ? { destination } : {},
    start: start === undefined ? {} : { start },
    references: references.length > 0 ? { references } : {},
    attributes: attributes.length > 0 ? { attributes: attributes.map((row) => keptRow(row, keeps)) } : {},
  }
  const task = withParts<PresetTask>({}, Object.values(parts))
  return {
    task: Object.keys(task).length > 0 ? task : undefined,
    leftOut: [
      ...(schedule.when === 'later' && start === undefined ? (['start'] as const) : []),
      ...(draft.attachments.length > 0 ? (['files'] as const) : []),
      ...(attributes.length > 0 && keeps !== 'everything' ? (['values'] as const) : []),
    ],
  }
}

const keptRow = ({ key, value }: { readonly key: string; readonly value: string }, keeps: KeptParts) => ({
  key,
  value: keeps === 'everything' ? literalText(value) : '',
})

/** Adds a preset. It replaces one with the same name. Above the limit, the oldest presets are dropped. */
export const withPreset = (presets: readonly Preset[], preset: Preset): readonly Preset[] =>
  [preset, ...withoutPreset(presets, preset.name)].slice(0, presetsLimit)

export const withoutPreset = (presets: readonly Preset[], name: string): readonly Preset[] =>
  presets.filter((each) => each.name !== name)

/** The part of the agent's own presets that policy lets the browser store. */
export function keptPresets(presets: readonly Preset[], keeps: KeptParts): readonly Preset[] {
  if (keeps === 'nothing') return []
  if (keeps === 'everything') return presets
  return presets.map(({ name, task }) => ({
    name,
    task: task.attributes ? { ...task, attributes: task.attributes.map((row) => keptRow(row, keeps)) } : task,
  }))
}
