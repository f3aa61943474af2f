import { tooLong, type Issue } from '../../issues/issues.ts'
import { isRowPath } from '../../issues/field-path.ts'
import { mergeIfBoth } from '../field-rule.ts'
import type { Field, FieldCircumstances, FieldReading } from '../field.ts'
import type { Link } from '../link-types.ts'
import { withheld, type RuleMistake } from '../rule-mistake.ts'
import type { Attribute } from './attribute.ts'
import { attributeBudget } from './attribute-budget.ts'
import { attributeRowIssues, missingAttributes } from './attribute-issues.ts'
import {
  attributeRule,
  attributesAccess,
  attributesUnder,
  isAttributeUnfilled,
  mergeAttributesRule,
  sentAttribute,
  ruledAttributes,
  withFixedAttributes,
  type AttributeRules,
} from './attributes-rule.ts'

export interface AttributesParts {
  readonly draft: { readonly attributes: readonly Attribute[] }
  readonly request: { readonly attributes: readonly Attribute[] }
  readonly rules: AttributeRules
  readonly parameters: { readonly Attributes?: Record<string, string> }
}

/** A linked task inherits attributes, so the field also reads the link. */
export interface LinkedAttributesParts extends AttributesParts {
  readonly request: AttributesParts['request'] & { readonly link?: Link }
}

/** Only what the field needs, because tasks and messages both use it. */
export interface AttributesContext {
  readonly setting: object
  readonly circumstances: Partial<FieldCircumstances>
}

function readRows(
  typed: readonly Attribute[],
  rules: AttributeRules,
): FieldReading<AttributesParts['request']> {
  const attributes: Attribute[] = []
  const rows: number[] = []
  for (const [row, attribute] of typed.entries()) {
    if (isAttributeUnfilled(attribute, rules)) continue
    // A copy, because the form changes its rows in place.
    attributes.push({ ...sentAttribute(attribute) })
    rows.push(row)
  }
  return { request: { attributes }, rows: { attributes: rows } }
}

function sizeIssues(
  { attributes, link }: LinkedAttributesParts['request'],
  { linkedContact }: Pick<FieldCircumstances, 'linkedContact'>,
): readonly Issue[] {
  const inherited = link ? linkedContact : undefined
  const { totalBytes, limitBytes } = attributeBudget(
    attributes,
    inherited?.attributes ?? [],
    inherited?.hiddenBytes,
  )
  return tooLong('attributes', 'attributes-too-large', totalBytes, limitBytes)
}

function attributeMistakes(rules: AttributeRules): readonly RuleMistake[] {
  const keys = ruledAttributes(rules)
  const defaults = keys.map((key) => ({ key, value: attributeRule(rules, key).default ?? '' }))
  const broken = [...attributeRowIssues(defaults, {}), ...sizeIssues({ attributes: defaults }, {})]
  const pathOf = (field: Issue['field']) => {
    if (!isRowPath(field)) return ['attributes']
    const rule = ['attributes', 'byKey', keys[field.row] ?? '']
    return field.member === 'value' ? [...rule, 'default'] : rule
  }
  return [
    ...broken.map(({ field, code }) => ({ path: pathOf(field), code })),
    ...keys.flatMap((key) => withheld(['attributes', 'byKey', key], attributeRule(rules, key))),
  ]
}

export const attributesField: Field<LinkedAttributesParts, AttributesParts, AttributesContext> = {
  access: attributesAccess,
  preset: ({ attributes }) => ({ attributes }),
  draftUnder: ({ attributes }, rules) => ({ attributes: attributesUnder(attributes, rules) }),
  read: ({ attributes }, rules) => readRows(attributes, rules),
  fill: ({ attributes }, rules) => ({ attributes: withFixedAttributes(attributes, rules) }),
  issues: (request, rules, circumstances) => [
    ...attributeRowIssues(request.attributes, rules, circumstances.rowIssueCount),
    ...sizeIssues(request, circumstances),
    ...missingAttributes(request.attributes, rules),
  ],
  mergeRules: (strong, weak) => {
    const attributes = mergeIfBoth(strong.attributes, weak.attributes, mergeAttributesRule)
    return attributes ? { attributes } : {}
  },
  ruleMistakes: attributeMistakes,
  // Object.fromEntries defines own properties, so a key named `__proto__` arrives as a key.
  parameters: ({ attributes }) =>
    attributes.length === 0
      ? {}
      : { Attributes: Object.fromEntries(attributes.map(({ key, value }) => [key, value])) },
}
