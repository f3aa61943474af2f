import { instanceId } from '../../instance/instance.ts'
import { epochSeconds } from '../state/contact-record.ts'
import { requireThisInstance } from '../state/instance-state.ts'
import { defaultRate, operation } from '../operation.ts'
import { type TaskTemplate, templateArn, type TemplateField } from '../templates/task-template.ts'
import { notFound } from '../wire/service-error.ts'

export const getTaskTemplate = operation({
  name: 'GetTaskTemplate',
  method: 'GET',
  path: '/instance/{InstanceId}/task/template/{TaskTemplateId}',
  rate: defaultRate,
  answer: ({ labels, query }, state) => {
    requireThisInstance(labels.get('InstanceId'))
    const id = labels.get('TaskTemplateId')
    const version = query.get('snapshotVersion')
    const candidates = version === null ? state.templates : [...state.templates, ...state.earlierTemplates]
    const template = candidates.find(
      (candidate) =>
        candidate.templateId === id && (version === null || String(candidate.version) === version),
    )
    if (template === undefined) throw notFound('Task template not found.')
    return described(template)
  },
})

function described(template: TaskTemplate) {
  const { fields } = template
  return {
    Id: template.templateId,
    Arn: templateArn(template),
    InstanceId: instanceId,
    Name: template.name,
    Description: template.description,
    ContactFlowId: template.flowId,
    SelfAssignFlowId: template.selfAssignFlowId,
    Status: template.status,
    Fields: fields.map((field) => ({
      Id: { Name: field.name },
      Description: field.description,
      Type: field.type,
      SingleSelectOptions: field.options,
    })),
    Constraints: {
      RequiredFields: named(fields.filter(({ isRequired }) => isRequired)),
      ReadOnlyFields: named(fields.filter(({ isReadOnly }) => isReadOnly)),
      InvisibleFields: named(fields.filter(({ isInvisible }) => isInvisible)),
    },
    Defaults: {
      DefaultFieldValues: fields.flatMap((field) =>
        field.default === undefined ? [] : [{ Id: { Name: field.name }, DefaultValue: field.default }],
      ),
    },
    LastModifiedTime: epochSeconds(template.modifiedAt),
    CreatedTime: epochSeconds(template.createdAt),
    Tags: {},
  }
}

const named = (fields: readonly TemplateField[]) => fields.map(({ name }) => ({ Id: { Name: name } }))
