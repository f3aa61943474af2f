import type { Destination, TemplateDestination } from '../../core/fields/destination-key.ts'
import type { TaskTemplate } from '../../core/templates/template.ts'
import type { DestinationDirectory } from '../connect/lookups/destination-directory.ts'
import type { TemplateDirectory } from '../connect/lookups/template-directory.ts'
import type { Policy } from '../policy/policies.ts'
import { ProblemError } from '../problem-error.ts'
import type { Caller } from '../rates/gate.ts'

export interface TemplateParts {
  readonly destinations: Pick<DestinationDirectory, 'requireOffered' | 'distrust'>
  readonly templates: TemplateDirectory
}

export interface Asker {
  readonly caller: Caller
  readonly policy: Policy
}

const inactive = () =>
  new ProblemError({
    code: 'template-changed',
    reason: 'template-inactive',
    detail: 'This template is no longer active. Choose another, or another destination.',
  })

const isNotOffered = (error: unknown) =>
  error instanceof ProblemError && error.facts.reason === 'destination-not-offered'

/** Checks that the destination is offered; the template of a task, as it is now. */
export async function offeredTemplate(
  { destinations, templates }: TemplateParts,
  { caller, policy }: Asker,
  destination: Destination,
): Promise<TaskTemplate | undefined> {
  if (destination.type !== 'template') {
    await destinations.requireOffered(destination, policy)
    return undefined
  }
  const { type, templateId, revision } = destination
  await destinations.requireOffered({ type, templateId }, policy).catch((error: unknown) => {
    // The caller has read the template, so it was offered then.
    throw isNotOffered(error) && revision !== undefined ? inactive() : error
  })
  const template = await templates.find(caller, templateId)
  if (template) return template
  destinations.distrust()
  throw inactive()
}

/** Whether the caller has judged the task under another state of the template. */
export const isOtherTemplate = (
  { revision }: TemplateDestination,
  template: Pick<TaskTemplate, 'revision'>,
): boolean => revision !== undefined && revision !== template.revision

/** Connect does not say whether it refuses a template or a task, so the template is read again. */
export async function refusedTemplate(
  { destinations, templates }: TemplateParts,
  caller: Caller,
  known: TaskTemplate,
): Promise<ProblemError | undefined> {
  const template = await templates.findNow(caller, known.templateId)
  if (template?.revision === known.revision) return undefined
  if (template) {
    return new ProblemError({
      code: 'template-changed',
      reason: 'refused-by-connect',
      detail: 'The template has changed, and Connect refuses the task. Read the template again.',
    })
  }
  destinations.distrust()
  return inactive()
}
