import { agentArn } from '../../instance/instance.ts'
import type { InstanceState } from '../state/instance-state.ts'
import { invalidParameter } from '../wire/service-error.ts'
import type { StartTaskRequest } from './start-task-request.ts'

export function checkCreator({ createdByUser }: StartTaskRequest, { users }: InstanceState) {
  if (createdByUser === undefined || users.some((user) => agentArn(user) === createdByUser)) return
  throw invalidParameter('connect:CreatedByUser must be the ARN of a user of this instance.')
}
