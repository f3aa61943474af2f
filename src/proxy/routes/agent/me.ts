import { meSchema, type Me } from '../../../contract/reads/me.ts'
import { mePath } from '../../../contract/reads/reads.ts'
import { bearer, reading } from '../../http/openapi.ts'
import { horizonDays, permissionsOf } from '../../policy/policies.ts'
import type { Route } from '../route.ts'

export const meRoute: Route = {
  method: 'get',
  path: mePath,
  openApi: { operation: { ...reading('The verified agent.', 'Me'), ...bearer }, schemas: { Me: meSchema } },
  async handle(context, parts) {
    const { userId, username, name, account, policy } = await parts.verifiedAgent(context)
    const { fields = {}, presets } = policy
    const scheduleHorizonDays = horizonDays(parts.scheduleHorizonDays, policy)
    const serverTime = parts.now().toISOString()
    return context.json({
      userId,
      username,
      name,
      account,
      serverTime,
      scheduleHorizonDays,
      fields,
      ...(presets ? { presets: [...presets] } : {}),
      messages: policy.messages !== undefined && parts.messaging !== undefined,
      ...permissionsOf(policy),
    } satisfies Me)
  },
}
