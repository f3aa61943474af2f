import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { messageOptionsPath, messagesPath } from '../../contract/messages/message-paths.ts'
import { routes } from '../routes/routes.ts'
import { createOpenApiDocument } from './openapi.ts'

it('the document that describes the wire is valid OpenAPI 3.1', async () => {
  const validator = new Validator()

  const result = await validator.validate(
    JSON.parse(JSON.stringify(createOpenApiDocument(routes, { version: '1.2.3' }))),
  )

  expect(result).toMatchObject({ valid: true })
  expect(validator.version).toBe('3.1')
})

const document = createOpenApiDocument(routes, { version: '1.2.3' })

it('the document says that unknown members of a task or a message are refused', () => {
  const { CreateTask, SendMessage } = document.components.schemas

  expect(CreateTask).toMatchObject({ additionalProperties: false })
  expect(SendMessage).toMatchObject({ additionalProperties: false })
})

it('the document has the two paths of messages, and says when a message is refused for its time', () => {
  expect(document.paths).toHaveProperty([messageOptionsPath(), 'get'])
  expect(document.paths).toHaveProperty(
    [messagesPath, 'post', 'responses', '409', 'description'],
    expect.stringContaining('`quiet-hours`'),
  )
})
