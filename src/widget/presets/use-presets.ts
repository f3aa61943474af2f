import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Contact } from '../../core/contact/contact.ts'
import { scheduleHorizonDaysDefault } from '../../core/fields/schedule/horizon.ts'
import { applyPreset, type AppliedPreset } from '../../core/presets/apply-preset.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import { ownPresetTask, type OwnPresetTask } from '../../core/presets/own-preset.ts'
import type { ContactFacts } from '../../core/presets/placeholders.ts'
import type { Preset } from '../../core/presets/preset.ts'
import { sameDraft } from '../../core/task/task-draft.ts'
import type { TaskDraft, TaskRequest } from '../../core/task/task-parts.ts'
import { useInheritance } from '../contact/use-inheritance.ts'
import { onDraftChange } from '../form-model/draft/draft-changes.ts'
import { keepAllButValues } from '../form-model/draft/draft-form.ts'
import { useFieldRules } from '../form-model/rules/form-rules.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { useMe } from '../setting/panel-queries.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'

/** A preset that would replace what the agent has typed. */
export interface PresetQuestion extends AppliedPreset {
  readonly preset: Preset
}

/** A preset that has just been filled in, and the draft before it. */
interface Filled {
  readonly name: string
  readonly before: TaskDraft
  readonly after: TaskDraft
}

export interface PresetsHandle {
  readonly presets: readonly Preset[]
  /** Whether the contact's attributes, which placeholders use, have been read. */
  readonly attributes: 'known' | 'loading' | 'unread'
  /** Fills in a preset. If it would replace typed text, it returns the question instead. */
  readonly start: (preset: Preset) => PresetQuestion | undefined
  /** The content of the form, to be saved as a preset. */
  readonly formAsPreset: (keeps: KeptParts) => OwnPresetTask
  readonly taskName: () => string
  readonly fill: (preset: Preset, draft: TaskDraft) => void
  /** The last preset, as long as it can be undone: nothing has been typed since. */
  readonly filled: { readonly name: string; readonly undo: () => void } | undefined
}

/** The presets of the policy, and the functions that fill one in. */
export function usePresets(contact: Contact | undefined): PresetsHandle {
  const me = useMe().data
  const rules = useFieldRules()
  const { zone, now } = usePanelSetting()
  const facts = useContactFacts(contact)
  const { control, subscribe, getValues, reset } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const [filled, setFilled] = useState<Filled>()

  // If the preset chooses a template, its fields appear later. This change does not count as typing.
  const shownRules = useRef(rules)
  const laidRules = useRef(rules)
  useLayoutEffect(() => {
    shownRules.current = rules
  }, [rules])
  useEffect(() => {
    laidRules.current = rules
  }, [rules])
  // Once the agent types, the preset can no longer be undone: the undo would also remove the typed text.
  useEffect(() => {
    if (!filled) return undefined
    return onDraftChange({ control, subscribe }, () => {
      const draft = getValues()
      if (sameDraft(draft, filled.after)) return
      setFilled(
        shownRules.current !== laidRules.current ? { ...filled, after: structuredClone(draft) } : undefined,
      )
    })
  }, [filled, control, subscribe, getValues])

  const put = (draft: TaskDraft) => reset(structuredClone(draft), keepAllButValues)
  const fill = ({ name }: Preset, after: TaskDraft) => {
    const before = structuredClone(getValues())
    put(after)
    setFilled({ name, before, after })
  }
  return {
    presets: me?.presets ?? [],
    attributes: facts.status,
    fill,
    formAsPreset: (keeps) => ownPresetTask(getValues(), { rules, zone, now: now(), keeps }),
    taskName: () => getValues('name'),
    start: (preset) => {
      const horizonDays = me?.scheduleHorizonDays ?? scheduleHorizonDaysDefault
      const circumstances = { rules, facts, zone, now: now(), horizonDays }
      const applied = applyPreset(getValues(), preset, circumstances)
      if (applied.replaced.length > 0) return { ...applied, preset }
      fill(preset, applied.draft)
      return undefined
    },
    filled: filled && {
      name: filled.name,
      undo: () => {
        put(filled.before)
        setFilled(undefined)
      },
    },
  }
}

/** The facts about the contact that a placeholder may use. */
function useContactFacts(contact: Contact | undefined) {
  const { channels } = useLateMessages().presets
  const { status, attributes } = useInheritance(contact)
  const facts: ContactFacts = {
    ...(contact && { channel: channels[contact.channel] }),
    ...(contact?.displayName !== undefined && { customer: contact.displayName }),
    attribute: (key) => attributes.find((attribute) => attribute.key === key)?.value,
  }
  return { ...facts, status: status === 'none' ? ('known' as const) : status }
}
