import { expect, it } from 'vitest'
import type { StartTaskContactParameters } from '../../../core/creating/start-task-contact.ts'
import { everyOf } from '../../../core/task/every-of.ts'
import { readStartTaskRequest } from './start-task-request.ts'

class WatchedMembers extends Map<string, unknown> {
  readonly asked = new Set<string>()

  override get(name: string) {
    this.asked.add(name)
    return super.get(name)
  }
}

it('reads every parameter that the product can send', () => {
  const sent = everyOf<keyof StartTaskContactParameters>()([
    'InstanceId',
    'ClientToken',
    'Name',
    'Description',
    'ContactFlowId',
    'QuickConnectId',
    'TaskTemplateId',
    'RelatedContactId',
    'PreviousContactId',
    'References',
    'Attributes',
    'ScheduledTime',
    'SegmentAttributes',
    'Attachments',
  ])
  const body = new WatchedMembers([
    ['InstanceId', 'i'],
    ['Name', 'Call back'],
  ])

  readStartTaskRequest(body)

  expect([...body.asked].toSorted()).toEqual([...sent].toSorted())
})
