import { requireThisInstance } from '../state/instance-state.ts'
import { defaultRate, operation, queryInteger } from '../operation.ts'
import { epochSeconds } from '../state/contact-record.ts'
import { type TaskTemplate, templateArn, templateStatuses } from '../templates/task-template.ts'
import { invalidParameter } from '../wire/service-error.ts'
import { asChoice, asText } from '../wire/wire-members.ts'

export const listTaskTemplates = operation({
  name: 'ListTaskTemplates',
  method: 'GET',
  path: '/instance/{InstanceId}/task/template',
  rate: defaultRate,
  answer: (call, state) => {
    requireThisInstance(call.labels.get('InstanceId'))
    const status = call.query.get('status')
    if (status !== null) asChoice(status, 'status', templateStatuses)
    const name = call.query.get('name')
    if (name !== null) asText(name, 'name', { min: 1, max: 100 })
    const maxResults = queryInteger(call, 'maxResults', { max: 100 }) ?? 100
    // "The value returned in the previous response is always null" (Connect API, `NextToken`).
    if (call.query.has('nextToken')) throw invalidParameter('The pagination token is invalid.')
    const wanted = state.templates.filter(
      (template) =>
        (status === null || template.status === status) && (name === null || template.name === name),
    )
    return { TaskTemplates: wanted.slice(0, maxResults).map(metadata), NextToken: null }
  },
})

function metadata(template: TaskTemplate) {
  return {
    Id: template.templateId,
    Arn: templateArn(template),
    Name: template.name,
    Description: template.description,
    Status: template.status,
    LastModifiedTime: epochSeconds(template.modifiedAt),
    CreatedTime: epochSeconds(template.createdAt),
  }
}
