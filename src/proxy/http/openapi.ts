import * as z from 'zod/mini'
import { problemMediaType, problemSchema } from '../../contract/problems/problem.ts'

/** The part of the document that one route provides. */
export interface OpenApiPart {
  /** An Operation Object of OpenAPI 3.1. */
  readonly operation: Readonly<Record<string, unknown>>
  /** The schemas that the operation refers to, by name. */
  readonly schemas: Readonly<Record<string, z.ZodMiniType>>
}

export interface OpenApiDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly servers?: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components: {
    readonly securitySchemes: Readonly<Record<string, unknown>>
    readonly schemas: Readonly<Record<string, unknown>>
  }
}

interface DocumentedRoute {
  readonly method: string
  readonly path: string
  readonly openApi?: OpenApiPart
}

export const schemaContent = (name: string, mediaType = 'application/json') => ({
  [mediaType]: { schema: { $ref: `#/components/schemas/${name}` } },
})

export const problemDescribed = (description: string) => ({
  description,
  content: schemaContent('Problem', problemMediaType),
})

export const anyProblem = { default: problemDescribed('A failure; its code says which.') }

/** Marks an operation that needs a bearer token. */
export const bearer = { security: [{ bearer: [] }] }

/** A contact id in the path, or as the query. */
export const contactIdParameter = (place: 'path' | 'query') => ({
  name: 'contactId',
  in: place,
  required: true,
  schema: { type: 'string' },
})

/** The operation of a GET that answers with one schema. */
export const reading = (summary: string, name: string) => ({
  summary,
  responses: { 200: { description: summary, content: schemaContent(name) }, ...anyProblem },
})

const openApiPath = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}')

function jsonSchemaOf(schema: z.ZodMiniType): Readonly<Record<string, unknown>> {
  const { $schema: _dialect, ...definition } = z.toJSONSchema(schema)
  return definition
}

/** Routes with the same path and different methods share an entry. */
function pathsOf(documented: readonly Required<DocumentedRoute>[]): OpenApiDocument['paths'] {
  const paths = new Map<string, Readonly<Record<string, unknown>>>()
  for (const { method, path, openApi } of documented) {
    const key = openApiPath(path)
    paths.set(key, { ...paths.get(key), [method]: openApi.operation })
  }
  return Object.fromEntries(paths)
}

/** OpenAPI 3.1, made from the schemas with which requests are read. */
export function createOpenApiDocument(
  routes: readonly DocumentedRoute[],
  { version, basePath = '' }: { readonly version: string; readonly basePath?: string },
): OpenApiDocument {
  const documented = routes.flatMap(({ method, path, openApi }) =>
    openApi ? [{ method, path, openApi }] : [],
  )
  const schemas = documented.flatMap(({ openApi }) => Object.entries(openApi.schemas))
  return {
    openapi: '3.1.1',
    info: { title: 'Tasklink proxy', version },
    ...(basePath === '' ? {} : { servers: [{ url: basePath }] }),
    paths: pathsOf(documented),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        ...Object.fromEntries(schemas.map(([name, schema]) => [name, jsonSchemaOf(schema)])),
        Problem: jsonSchemaOf(problemSchema),
      },
    },
  }
}
