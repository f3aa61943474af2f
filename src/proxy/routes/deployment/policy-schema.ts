import { policyFileJsonSchema } from '../../policy/policy-file.ts'
import type { Route } from '../route.ts'

/** For editors, which check the policy file while it is written. */
export const policySchemaRoute: Route = {
  method: 'get',
  path: '/policy.schema.json',
  handle: (context) => context.json(policyFileJsonSchema),
}
