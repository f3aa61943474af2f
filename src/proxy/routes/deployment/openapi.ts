import type { Route } from '../route.ts'

export const openApiRoute: Route = {
  method: 'get',
  path: '/openapi.json',
  handle: (context, { openApiDocument }) => context.json(openApiDocument),
}
