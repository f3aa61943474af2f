import { readPanelConfig } from '../client/panel-config.ts'
import { createTask } from '../client/commands/create-task.ts'
import { createTaskClient } from '../client/task-client.ts'
import type { TaskRequest } from '../core/task/task-parts.ts'
import type { ConnectSimulator } from '../simulators/connect/connect-simulator.ts'
import { demoFlows, seedWithUsers } from '../simulators/connect/state/demo-seed.ts'
import type { IdentitySimulator } from '../simulators/identity/identity-simulator.ts'
import type { InstanceContact, InstanceUser } from '../simulators/instance/instance.ts'
import { scattered, type Comer } from './shift-change.ts'

/** The servers that the agents use. */
export interface Workplace {
  readonly connect: ConnectSimulator
  readonly identity: IdentitySimulator
  /** The proxy's origin, and the fetch function for it. */
  readonly origin: string
  readonly fetch?: typeof fetch
}

const contactOf = ({ userId }: InstanceUser): InstanceContact => ({
  contactId: `call-of-${userId}`,
  initialContactId: null,
  channel: 'VOICE',
  state: 'CONNECTED',
  accepted: true,
  name: null,
  attributes: { orderId: '48213' },
})

/** Adds `count` users to Connect, each with a call, and enforces the documented rates. */
function fill(connect: ConnectSimulator, count: number): readonly InstanceUser[] {
  const { users } = seedWithUsers(count)
  connect.changeInstance({ users })
  const crowd = users.slice(0, count)
  for (const user of crowd) connect.setContacts(user.userId, [contactOf(user)])
  connect.rates = 'documented'
  return crowd
}

const taskOf = (user: InstanceUser): TaskRequest => ({
  name: `Call back, for ${user.username}`,
  destination: { type: 'flow', flowId: demoFlows.callbackRequests.flowId },
  link: { type: 'related', contactId: contactOf(user).contactId },
  references: [],
  attributes: [],
})

/** Creates `count` agents, each with a token and a client, who arrive one after another within `withinMs`. */
export async function crowdAt(
  workplace: Workplace,
  count: number,
  withinMs: number,
): Promise<readonly Comer[]> {
  const { connect, identity, origin, fetch: fetchFrom = fetch } = workplace
  const comings = scattered(count, withinMs)

  async function comer(user: InstanceUser, comesAfterMs = 0): Promise<Comer> {
    const token = await identity.tokenFor(user)
    const client = createTaskClient({
      baseUrl: origin,
      fetch: fetchFrom,
      token: async () => token,
      renewToken: async () => false,
    })
    return {
      comesAfterMs,
      openPanel: () =>
        Promise.all([
          readPanelConfig(origin, fetchFrom),
          client.me(),
          client.destinations(),
          client.contact(contactOf(user).contactId),
        ]),
      createTask: (attempt) => client.send(createTask, attempt),
      request: taskOf(user),
    }
  }
  return Promise.all(fill(connect, count).map((user, index) => comer(user, comings[index])))
}
