import { entityId } from '../../instance/entity-id.ts'
import { ana, ben, type InstanceUser } from '../../instance/instance.ts'
import { instanceQuickConnects } from '../../instance/quick-connects.ts'
import { instanceMessageTemplates } from '../../instance/message-templates.ts'
import { instancePhoneNumbers } from '../../instance/phone-numbers.ts'
import { flow, instanceFlows } from './demo-flows.ts'
import { demoTemplates } from '../templates/demo-templates.ts'
import type { ConnectUser, FlowType, Seed } from '../wire/routing.ts'

const routingProfileId = entityId('5a1e0c77-70f1', 1)
export const agentSecurityProfileId = entityId('5ec0de01-1a2b', 1)
const supervisorSecurityProfileId = entityId('5ec0de01-1a2b', 2)

export const user = (of: InstanceUser, securityProfileId = agentSecurityProfileId): ConnectUser => ({
  ...of,
  routingProfileId,
  securityProfileIds: [securityProfileId],
})

const users = [
  user(ana),
  user(ben),
  // These user names begin with or contain "ana", so that only an exact search finds Ana alone.
  user({ userId: entityId('0a6f4f0e-53a1', 3), username: 'anabel', firstName: 'Anabel', lastName: 'Stone' }),
  user({ userId: entityId('0a6f4f0e-53a1', 4), username: 'susana', firstName: 'Susana', lastName: 'Ortiz' }),
  user(
    { userId: entityId('0a6f4f0e-53a1', 5), username: 'mira.kovac', firstName: 'Mira', lastName: 'Kovač' },
    supervisorSecurityProfileId,
  ),
]

export const demoFlows = instanceFlows

export const demoQuickConnects = instanceQuickConnects

export const demoSeed: Seed = {
  users,
  flows: Object.values(demoFlows),
  quickConnects: Object.values(demoQuickConnects),
  templates: Object.values(demoTemplates),
  phoneNumbers: Object.values(instancePhoneNumbers),
  messageTemplates: Object.values(instanceMessageTemplates),
}

/** The demo seed with `count` flows before it. `typeOf` sets their types, so that a filter can leave a page empty. */
export function seedWithFlows(
  count: number,
  typeOf: (index: number) => FlowType = () => 'CONTACT_FLOW',
): Seed {
  const more = Array.from({ length: count }, (_, index) =>
    flow(1_000 + index, `Flow ${String(index + 1).padStart(4, '0')}`, { type: typeOf(index) }),
  )
  return { ...demoSeed, flows: [...more, ...demoSeed.flows] }
}

/** The demo seed with `count` users before it. */
export function seedWithUsers(count: number): Seed {
  const more = Array.from({ length: count }, (_, index) =>
    user({
      userId: entityId('0a6f4f0e-53a2', index + 1),
      username: `agent.${index + 1}`,
      firstName: 'Agent',
      lastName: String(index + 1),
    }),
  )
  return { ...demoSeed, users: [...more, ...demoSeed.users] }
}
