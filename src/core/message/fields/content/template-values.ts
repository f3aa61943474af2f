import type { RowPath } from '../../../issues/field-path.ts'
import type { Issue } from '../../../issues/issues.ts'
import { createRowIssues, textExcess, type RowFault, type RowIssueCount } from '../../../issues/row-issues.ts'
import { isBlank, isFarLonger, isWellFormed } from '../../../text/text.ts'
import type { OfferedTemplate } from '../../message-options.ts'

export interface TemplateValue {
  readonly name: string
  readonly value: string
}

/** Values that a template of a policy may ask for. Amazon documents no limit. */
export const templateValuesLimit = 100

/**
 * Unicode scalar values in one value. Amazon documents no limit; a whole WhatsApp message has 4,096 characters (feature
 * specifications, "Message size").
 */
const templateValueScalarLimit = 4_096

const pathOf = (row: number, member: 'name' | 'value'): RowPath => ({ list: 'templateValues', row, member })

function valueFault(value: string): RowFault | undefined {
  if (isBlank(value)) return 'template-value-missing'
  if (!isFarLonger(value, templateValueScalarLimit) && !isWellFormed(value)) return 'text-not-unicode'
  return textExcess('template-value-too-long', value, templateValueScalarLimit)
}

function rowIssues(values: readonly TemplateValue[], template: OfferedTemplate, count?: RowIssueCount) {
  const issues = createRowIssues(pathOf, count)
  const asked = new Set(template.attributes)
  const seen = new Set<string>()
  for (const [row, { name, value }] of values.entries()) {
    if (!asked.has(name)) issues.add(row, 'name', 'template-value-unknown')
    else if (seen.has(name)) issues.add(row, 'name', 'template-value-repeated')
    else issues.add(row, 'value', valueFault(value))
    seen.add(name)
  }
  return issues.listed
}

/** Why the organisation refuses a message by template: each value of the template must be there exactly once. */
export function templateIssues(
  { templateId, values }: { readonly templateId: string; readonly values: readonly TemplateValue[] },
  templates: readonly OfferedTemplate[],
  count?: RowIssueCount,
): readonly Issue[] {
  if (templateId === '') return [{ field: 'template', code: 'template-missing' }]
  const template = templates.find((each) => each.templateId === templateId)
  if (!template) return [{ field: 'template', code: 'template-not-offered' }]
  const given = new Set(values.map(({ name }) => name))
  const missing = template.attributes.filter((name) => !given.has(name))
  return [
    ...rowIssues(values, template, count),
    ...missing.map((name) => ({ field: 'templateValues', code: 'template-value-required', name }) as const),
  ]
}
