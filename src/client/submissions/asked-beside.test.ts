import { expect, it } from 'vitest'
import type { CreatedTask } from '../../contract/tasks/tasks.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import { createClock, createWire } from './submission-harness.ts'
import { createSubmission } from './submission.ts'

const request: TaskRequest = { name: 'Call back', references: [], attributes: [] }
const created = { contactId: 'C', scheduledTime: null }

it('a press that waits for the question about the same task shows that task, even if the computer has slept', async () => {
  const clock = createClock()
  const wire = createWire<TaskRequest, CreatedTask>(clock.now)
  const attempt = { clientToken: 'sent before', request }
  const submission = createSubmission<TaskRequest, CreatedTask>({
    send: wire.send,
    newToken: () => 'another token',
    wait: clock.wait,
    now: clock.now,
    uptime: clock.now,
    earlier: { latest: attempt, isEdited: true, uncertain: [{ attempt, firstSentAt: clock.now() }] },
  })
  void submission.askAgain(attempt.clientToken)
  void submission.submit(request)
  await clock.settle()
  await clock.pass(21 * 3_600_000)
  wire.open()[0]?.answer(created)
  await clock.settle()

  expect(wire.sent).toHaveLength(1)
  expect(submission.getSnapshot()).toMatchObject({ status: 'done', result: created })
})
