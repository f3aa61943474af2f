import type { TaskTemplate } from '../../../core/templates/template.ts'

/** The chosen template, which may still be being read. */
export interface TemplateReading {
  /** Undefined if the task goes to a flow, or to a quick connect without a template. */
  readonly templateId?: string
  /** Undefined until it has been read. */
  readonly template?: TaskTemplate
}

export const noTemplate: TemplateReading = {}
