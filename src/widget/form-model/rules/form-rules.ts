import { createContext } from 'react'
import type { Access } from '../../../core/fields/field-rule.ts'
import type { FieldRules, TaskDraft } from '../../../core/task/task-parts.ts'
import type { TaskTemplate } from '../../../core/templates/template.ts'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import { use } from '../../setting/react-19.ts'

/** The rules of one form. The fields of the first paint use this interface, because they must not import the core. */
export interface FormRules {
  /** The merged rules of policy, template and host. */
  readonly fields: FieldRules
  readonly access: (field: keyof TaskDraft) => Access
  /** An empty draft under these rules. */
  readonly blank: TaskDraft
  /** The empty draft with the presets of the chosen template. */
  readonly presets: TaskDraft
  /** The chosen template, once it has been read. */
  readonly template?: TaskTemplate | undefined
  /** Applies the rules to a draft: fixed fields get their value, and required rows are added. */
  readonly lay: (draft: TaskDraft) => TaskDraft
}

/** Used until the core has been loaded. */
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
