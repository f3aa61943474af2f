import { useFormContext, useWatch } from 'react-hook-form'
import type { Contact } from '../../core/contact/contact.ts'
import { carriedLink } from '../../core/fields/link-rule.ts'
import type { TaskDraft } from '../../core/task/task-parts.ts'
import { useFieldRules } from '../form-model/rules/form-rules.ts'
import { nothingInherited, useInheritance, type Inheritance } from './use-inheritance.ts'

/** The attributes that the task or message inherits from its contact, as it is linked now. */
export function useInheritanceByLink(contact: Contact | undefined): Inheritance {
  const { control } = useFormContext<Pick<TaskDraft, 'link'>>()
  const link = useWatch({ control, name: 'link' })
  const rules = useFieldRules()
  const inheritance = useInheritance(contact)
  return carriedLink(link, rules, contact?.channel) === 'none' ? nothingInherited : inheritance
}
