import type { TaskTemplate } from '../../../core/templates/template.ts'

/** How far the template that the agent has chosen has been read. */
export interface TemplateReading {
  /** Undefined where the task goes to a flow or a quick connect alone. */
  readonly templateId?: string
  /** Undefined as long as it has not been read. */
  readonly template?: TaskTemplate
}

export const noTemplate: TemplateReading = {}
