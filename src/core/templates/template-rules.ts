import { accessTo, flags, type FieldRule } from '../fields/field-rule.ts'
import { fixedSchedule } from '../fields/schedule/schedule-rule.ts'
import type { TemplateRule } from '../fields/template-rule.ts'
import { oncePer } from '../fields/once-per.ts'
import type { FieldRules } from '../task/task-parts.ts'
import { fieldRulesMistakes, mergeFieldRules } from '../task/task-rules.ts'
import { withParts } from '../task/with-parts.ts'
import type { RuledField, TemplateKind } from './template-kind.ts'
import { templateKinds } from './template-kinds.ts'
import type { TaskTemplate, TemplateField } from './template.ts'

function ruledField({ name, options = [], default: value, ...constraints }: TemplateField): RuledField {
  const { isRequired = false, isReadOnly = false, isInvisible = false } = constraints
  const rule = {
    ...flags({ isRequired, isLocked: isReadOnly, isHidden: isInvisible }),
    isOfTemplate: true as const,
  }
  return { name, options, rule: value ? { default: value, ...rule } : rule }
}

/** A single default may be larger than the limit for all references. */
const isBroken = (rules: FieldRules): boolean =>
  fieldRulesMistakes(rules).some(
    ({ path, code }) =>
      code === 'references-too-large' || (path.at(-1) === 'default' && code !== 'default-never-shown'),
  )

/** Drops a default that Connect would refuse: if the field is fixed, the agent could not correct it. */
function rulesOf({ rules }: TemplateKind, field: RuledField): FieldRules {
  const made = rules?.(field) ?? {}
  if (!isBroken(made)) return made
  const { default: _broken, ...rule } = field.rule
  return rules?.({ ...field, rule }) ?? {}
}

/**
 * Turns a template into rules like those of policy and host. If the template does not have a field, the agent decides, except
 * for references: only the template's references are allowed.
 */
export const templateRules = oncePer((template: TaskTemplate): FieldRules => {
  const { templateId, revision, hasFlow, canSelfAssign } = template
  const fields = template.fields.flatMap((field) => {
    const kind = templateKinds.get(field.type)
    return kind ? [{ kind, field: ruledField(field) }] : []
  })
  const parts = fields.map(({ kind, field }) => rulesOf(kind, field))
  const rows = parts.map(({ references }) => Object.entries(references?.byName ?? {}))
  const unfillable = template.fields.flatMap(({ name, type, isRequired }) =>
    isRequired && !templateKinds.has(type) ? [name] : [],
  )
  return {
    ...withParts<FieldRules>({}, parts),
    destination: {
      template: withParts<TemplateRule>(
        { templateId, revision, hasFlow, canSelfAssign },
        fields.map(({ kind, field }) => kind.place?.(field) ?? {}),
      ),
    },
    references: {
      isLocked: true,
      isOfTemplate: true,
      byName: Object.fromEntries(rows.flat()),
      ...(unfillable.length > 0 ? { unfillable } : {}),
    },
  }
})

const isFixedToNothing = (rule: FieldRule<unknown> = {}): boolean =>
  accessTo(rule) !== 'editable' && (rule.default === undefined || rule.default === '')

/** True if the policy fixes the template's field to an empty value. */
function isWithheld(name: string, own: FieldRules, policy: FieldRules): boolean {
  if (own.description) return isFixedToNothing(policy.description)
  if (own.schedule) return fixedSchedule(policy) === 'now'
  const { byName = {} } = policy.references ?? {}
  return own.references !== undefined && Object.hasOwn(byName, name) && isFixedToNothing(byName[name])
}

/**
 * The names of fields that the template requires but the policy fixes to an empty value. Connect refuses a task without them.
 */
const withheldFields = (policy: FieldRules, { fields }: TaskTemplate): readonly string[] =>
  fields.flatMap((field) => {
    const own = templateKinds.get(field.type)?.rules?.(ruledField(field)) ?? {}
    return field.isRequired && isWithheld(field.name, own, policy) ? [field.name] : []
  })

/** Merges the rules of policy, template and a weaker authority. */
export function rulesWithTemplate(
  policy: FieldRules,
  template: TaskTemplate,
  weaker: FieldRules = {},
): FieldRules {
  const rules = mergeFieldRules(policy, templateRules(template), weaker)
  const withheld = withheldFields(policy, template)
  if (withheld.length === 0) return rules
  const { references = {} } = rules
  const { unfillable = [] } = references
  return { ...rules, references: { ...references, unfillable: [...unfillable, ...withheld] } }
}
