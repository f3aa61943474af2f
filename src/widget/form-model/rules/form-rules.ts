import { createContext } from 'react'
import type { Access } from '../../../core/fields/field-rule.ts'
import type { FieldRules, TaskDraft } from '../../../core/task/task-parts.ts'
import type { TaskTemplate } from '../../../core/templates/template.ts'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import { use } from '../../setting/react-19.ts'

/** The rules of one form, as far as the fields of the first paint need them: those must not import the core. */
export interface FormRules {
  /** As policy, template and host give them together. */
  readonly fields: FieldRules
  readonly access: (field: keyof TaskDraft) => Access
  /** A new draft under these rules. */
  readonly blank: TaskDraft
  /** The same with the chosen template's. */
  readonly presets: TaskDraft
  /** The chosen template, once it has been read. */
  readonly template?: TaskTemplate | undefined
  /** Lays a draft under these rules: fixed fields get their value, and every row the rules ask for is there. */
  readonly lay: (draft: TaskDraft) => TaskDraft
}

/** Without rules, as long as the core has not been loaded. */
export const noFormRules: FormRules = {
  fields: {},
  access: () => 'editable',
  blank: emptyDraft,
  presets: emptyDraft,
  lay: (draft) => draft,
}

export const FormRulesContext = createContext(noFormRules)

export const useFormRules = (): FormRules => use(FormRulesContext)

export const useFieldRules = (): FieldRules => useFormRules().fields
