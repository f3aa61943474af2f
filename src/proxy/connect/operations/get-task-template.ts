import {
  GetTaskTemplateCommand,
  type GetTaskTemplateResponse,
  type TaskTemplateField,
  type TaskTemplateFieldIdentifier,
} from '@aws-sdk/client-connect'
import type { TaskTemplate, TemplateField } from '../../../core/templates/template.ts'
import { operation } from '../operation.ts'

/** A template as Connect has it now. */
export interface TemplateReading extends Omit<TaskTemplate, 'revision'> {
  /** "A task that refers to this template cannot be created" where it is not (Connect API, `Status`). */
  readonly isActive: boolean
}

const namesIn = (fields: readonly { readonly Id?: TaskTemplateFieldIdentifier | undefined }[] = []) =>
  new Set(fields.map(({ Id }) => Id?.Name))

/** Reads a field, with the constraints and defaults that Connect lists apart from the fields. */
function fieldReader({ Constraints, Defaults }: GetTaskTemplateResponse) {
  const required = namesIn(Constraints?.RequiredFields)
  const readOnly = namesIn(Constraints?.ReadOnlyFields)
  const invisible = namesIn(Constraints?.InvisibleFields)
  const defaults = new Map(
    Defaults?.DefaultFieldValues?.map(({ Id, DefaultValue }) => [Id?.Name, DefaultValue]),
  )
  return ({ Id, Description, Type, SingleSelectOptions }: TaskTemplateField): readonly TemplateField[] => {
    const name = Id?.Name
    if (name === undefined) return []
    const value = defaults.get(name)
    return [
      {
        name,
        type: Type ?? '',
        ...(Description ? { description: Description } : {}),
        ...(required.has(name) ? { isRequired: true } : {}),
        ...(readOnly.has(name) ? { isReadOnly: true } : {}),
        ...(invisible.has(name) ? { isInvisible: true } : {}),
        ...(value === undefined ? {} : { default: value }),
        ...(SingleSelectOptions ? { options: SingleSelectOptions } : {}),
      },
    ]
  }
}

/** A task template with its fields. */
export const getTaskTemplate = operation({
  name: 'GetTaskTemplate',
  rate: { perSecond: 2, burst: 5 },
  writes: false,
  refusals: {
    missing: {
      code: 'template-changed',
      reason: 'not-in-connect',
      detail: 'Connect no longer knows this template. Choose another destination.',
    },
  },
  iam: { statement: 'OfferDestinations', resources: ['template'] },
  async ask({ client, instanceId, inTurn }, templateId: string): Promise<TemplateReading> {
    const question = { InstanceId: instanceId, TaskTemplateId: templateId }
    const answer = await client.send(inTurn(new GetTaskTemplateCommand(question)))
    const { Name, Description, ContactFlowId, SelfAssignFlowId, Status, Fields = [] } = answer
    return {
      templateId,
      name: Name ?? templateId,
      ...(Description ? { description: Description } : {}),
      hasFlow: Boolean(ContactFlowId),
      canSelfAssign: Boolean(SelfAssignFlowId) && Fields.some(({ Type }) => Type === 'SELF_ASSIGN'),
      isActive: Status === 'ACTIVE',
      fields: Fields.flatMap(fieldReader(answer)),
    }
  },
})
