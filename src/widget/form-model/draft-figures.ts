import { useState, useSyncExternalStore } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { attributesByteLength, inheritedBeside } from '../../core/fields/attributes/attribute-budget.ts'
import type { Attribute } from '../../core/fields/attributes/attribute.ts'
import {
  sentAttributes,
  attributeRule,
  isAttributeUnfilled,
} from '../../core/fields/attributes/attributes-rule.ts'
import { sentReferences, isReferenceUnfilled } from '../../core/fields/references/reference-rows.ts'
import { referenceRule } from '../../core/fields/references/references-rule.ts'
import type { FieldRule } from '../../core/fields/field-rule.ts'
import { isAttributeHidden } from '../../core/fields/attributes/inherited-attributes.ts'
import { referencesByteLength } from '../../core/fields/references/reference-budget.ts'
import type { TaskRequest, TaskDraft } from '../../core/task-parts.ts'
import { isBlank } from '../../core/text.ts'
import { useFieldRules } from './form-rules.ts'
import { useTimeZone } from './use-time-zone.ts'
import { createRowCounter } from './draft-figures-counter.ts'
import { attributeChanges } from './draft-changes.ts'
import type { Inheritance } from '../contact/use-inheritance.ts'

interface ReferenceFigures {
  readonly count: number
  /** Required rows that still have no value. */
  readonly missingCount: number
  readonly usedBytes: number
}

const isMissing = ({ isRequired }: FieldRule<string>, value: string) => isRequired === true && isBlank(value)

/** The count and bytes of the references that would be sent, without blank rows. Hidden rows add only bytes. */
export function useReferenceFigures(): ReferenceFigures {
  const timeZone = useTimeZone()
  const rules = useFieldRules()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const references = useWatch({ control, name: 'references' })
  const filled = references.filter((row) => !isReferenceUnfilled(row, rules))
  const usedBytes = referencesByteLength(sentReferences(references, rules, timeZone))
  const missingCount = filled.filter(({ name, value }) =>
    isMissing(referenceRule(rules, name.trim()), value),
  ).length
  return { count: filled.length - missingCount, missingCount, usedBytes }
}

/** The rows of the attributes as they are, the unfilled ones too. */
export function useAttributes(): readonly Attribute[] {
  const form = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { subscribe, getSnapshot } = attributeChanges(form)
  useSyncExternalStore(subscribe, getSnapshot)
  return form.getValues('attributes')
}

interface AttributeFigures {
  readonly ownCount: number
  /** Required rows that still have no value. */
  readonly missingCount: number
  readonly ownBytes: number
  readonly inheritedCount: number
  readonly inheritedBytes: number
  /** Those of the inherited bytes that belong to what the agent does not get to see. */
  readonly hiddenBytes: number
  readonly totalBytes: number
}

/**
 * The attributes as the task would have them, counted: its own, and those it inherits beside them. What is hidden has bytes
 * only.
 */
export function useAttributeFigures({
  attributes,
  hiddenBytes,
}: Pick<Inheritance, 'attributes' | 'hiddenBytes'>): AttributeFigures {
  const rules = useFieldRules()
  const rows = useAttributes()
  const own = rows.filter((row) => !isAttributeUnfilled(row, rules))
  const sent = sentAttributes(rows, rules)
  const [countOwn] = useState(createRowCounter)
  const beside = inheritedBeside(sent, attributes)
  const ownBytes = countOwn(sent)
  const inheritedBytes = attributesByteLength(beside) + hiddenBytes
  const shown = beside.filter(({ key }) => !isAttributeHidden(rules, key))
  const missingCount = own.filter(({ key, value }) => isMissing(attributeRule(rules, key), value)).length
  return {
    ownCount: own.length - missingCount,
    missingCount,
    ownBytes,
    inheritedCount: shown.length,
    inheritedBytes,
    hiddenBytes: inheritedBytes - attributesByteLength(shown),
    totalBytes: ownBytes + inheritedBytes,
  }
}
