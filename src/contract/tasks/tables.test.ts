import { expect, it } from 'vitest'
import { fieldsOfTask } from '../../core/issues/field-path.ts'
import { createTaskSchema } from './task-request.ts'

it('has a line in the body of a new task for every field of a request', () => {
  const { clientToken: _, ...fields } = createTaskSchema.shape

  expect(Object.keys(fields).toSorted()).toEqual([...fieldsOfTask].toSorted())
})
