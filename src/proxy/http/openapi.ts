import * as z from 'zod/mini'
import { meSchema } from '../../contract/me.ts'
import { problemMediaType, problemSchema } from '../../contract/problem.ts'
import {
  configPath,
  destinationsPath,
  destinationsSchema,
  linkedContactSchema,
  linkedQuery,
  mePath,
  panelConfigSchema,
} from '../../contract/reads.ts'
import { createTaskSchema } from '../../contract/task-request.ts'
import { createdTaskSchema, tasksPath } from '../../contract/tasks.ts'

export const contactRoute = '/api/v1/contacts/:contactId'

const schemas = {
  CreateTask: createTaskSchema,
  CreatedTask: createdTaskSchema,
  Me: meSchema,
  Destinations: destinationsSchema,
  LinkedContact: linkedContactSchema,
  PanelConfig: panelConfigSchema,
  Problem: problemSchema,
}

const content = (name: keyof typeof schemas, mediaType = 'application/json') => ({
  [mediaType]: { schema: { $ref: `#/components/schemas/${name}` } },
})

const problem = (description: string) => ({ description, content: content('Problem', problemMediaType) })

const anyProblem = { default: problem('A failure, with the code that says which.') }

const bearer = { security: [{ bearer: [] }] }

const read = (summary: string, name: keyof typeof schemas) => ({
  summary,
  responses: { 200: { description: summary, content: content(name) }, ...anyProblem },
})

/** The wire as OpenAPI 3.1, made from the schemas that requests are read with. */
export function createOpenApiDocument(version: string) {
  return {
    openapi: '3.1.1',
    info: { title: 'Tasklink proxy', version },
    paths: {
      [tasksPath]: {
        post: {
          summary: 'Creates a task in Amazon Connect, once for each client token.',
          ...bearer,
          requestBody: { required: true, content: content('CreateTask') },
          responses: {
            201: { description: 'The task Connect created.', content: content('CreatedTask') },
            422: problem('What the task breaks: an issue for each field.'),
            ...anyProblem,
          },
        },
      },
      [mePath]: { get: { ...read('The verified agent.', 'Me'), ...bearer } },
      [destinationsPath]: { get: { ...read('Where tasks may go.', 'Destinations'), ...bearer } },
      [contactRoute.replace(':contactId', '{contactId}')]: {
        get: {
          ...read('One of the agent’s own contacts.', 'LinkedContact'),
          ...bearer,
          parameters: [
            { name: 'contactId', in: 'path', required: true, schema: { type: 'string' } },
            {
              name: linkedQuery,
              in: 'query',
              description: 'Adds the tasks already linked to the contact.',
              allowEmptyValue: true,
              schema: { type: 'string' },
            },
          ],
        },
      },
      [configPath]: { get: read('What the panel must know before anybody signs in.', 'PanelConfig') },
    },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => {
          const { $schema: _dialect, ...definition } = z.toJSONSchema(schema)
          return [name, definition]
        }),
      ),
    },
  }
}
