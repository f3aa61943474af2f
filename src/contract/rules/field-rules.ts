import * as z from 'zod/mini'
import type { FieldRules } from '../../core/task/task-parts.ts'
import { fieldRulesMistakes } from '../../core/task/task-rules.ts'
import { attachmentsRule } from '../fields/attachments.ts'
import { attributesRule } from '../fields/attributes.ts'
import { destinationSchema } from '../fields/destination.ts'
import { linkRule } from '../fields/link.ts'
import { referencesRule } from '../fields/references.ts'
import { ruleFor, textRule } from '../fields/rule.ts'
import { expiryRule, scheduleRule } from '../fields/schedule.ts'

/** The shape of rules alone. */
export const fieldRulesShape: z.ZodMiniType<FieldRules> = z.strictObject({
  name: z.exactOptional(textRule),
  description: z.exactOptional(textRule),
  destination: z.exactOptional(ruleFor(destinationSchema)),
  link: z.exactOptional(linkRule),
  schedule: z.exactOptional(scheduleRule),
  expiry: z.exactOptional(expiryRule),
  references: z.exactOptional(referencesRule),
  attachments: z.exactOptional(attachmentsRule),
  attributes: z.exactOptional(attributesRule),
} satisfies Record<keyof FieldRules, unknown>)

/** Rules from a host, a policy file or a template: well shaped and free of contradictions. */
export const fieldRulesSchema = fieldRulesShape.check(({ value, issues }) => {
  for (const { path, code } of fieldRulesMistakes(value)) {
    issues.push({ code: 'custom', message: code, path: [...path], input: value })
  }
})
