import { useSyncExternalStore } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Attribute } from '../../../core/fields/attributes/attribute.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import type { Inheritance } from '../../contact/use-inheritance.ts'
import { attributeChanges } from '../draft/draft-changes.ts'
import { createAttributeCounter } from './attribute-counter.ts'
import type { AttributesValues } from '../draft/draft-form.ts'
import { referenceFigures, type AttributeFigures, type ReferenceFigures } from './draft-figures.ts'
import { useFieldRules } from '../rules/form-rules.ts'
import { useTimeZone } from '../use-time-zone.ts'

// Use these hooks in the smallest component that shows a figure: it renders for every typed key.

export function useReferenceFigures(): ReferenceFigures {
  const timeZone = useTimeZone()
  const rules = useFieldRules()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  return referenceFigures(useWatch({ control, name: 'references' }), rules, timeZone)
}

/** The rows of the attributes as they are, with the unfilled ones. */
export function useAttributes(): readonly Attribute[] {
  const form = useFormContext<AttributesValues>()
  const { subscribe, getSnapshot } = attributeChanges(form)
  useSyncExternalStore(subscribe, getSnapshot)
  return form.getValues('attributes')
}

const counters = new WeakMap<object, ReturnType<typeof createAttributeCounter>>()

/** All parts of a form share one counter, because they show figures of the same rows. */
function counterOf(control: object) {
  const counter = counters.get(control) ?? createAttributeCounter()
  counters.set(control, counter)
  return counter
}

export function useAttributeFigures(
  inherited: Pick<Inheritance, 'attributes' | 'hiddenBytes'>,
): AttributeFigures {
  const rules = useFieldRules()
  const { control } = useFormContext<AttributesValues>()
  return counterOf(control)(useAttributes(), inherited, rules)
}
