import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
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

it('the document says that unknown members of a task are refused', () => {
  const { CreateTask } = createOpenApiDocument(routes, { version: '1.2.3' }).components.schemas

  expect(CreateTask).toMatchObject({ additionalProperties: false })
})
