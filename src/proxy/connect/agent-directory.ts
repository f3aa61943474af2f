import { createCachedList } from './cached-list.ts'
import type { Connect, ConnectUser } from './connect.ts'
import { Failure } from '../failure.ts'

/** Who in Connect a verified token speaks for. */
export interface AgentDirectory {
  /** `agent` is a Connect user name, a user id, or a user's ARN in this instance; rejects with `unknown-agent`. */
  readonly find: (agent: string) => Promise<ConnectUser>
  /** Whether an agent could be found now, however Connect fares. */
  readonly isReady: () => boolean
  readonly ageMs: () => number | undefined
  /** How many users it knows; undefined until they have been read. */
  readonly size: () => number | undefined
  /** Reads the users, unless they were read lately, before anybody asks. */
  readonly prepare: () => Promise<void>
}

export interface AgentDirectoryOptions {
  readonly connect: Pick<Connect, 'listUsers'>
  readonly now: () => Date
}

/** These take 100 MB. An instance has 500 users until AWS raises its quota. */
export const usersLimit = 100_000

const usersMaxAgeMs = 5 * 60_000

/** How soon after a reading a name not found in it is worth another: somebody may have made the user just now. */
const rereadAfterMs = 30_000

const notInInstance =
  'No user of this Connect instance has the name, id or ARN in the token’s agent claim (AGENT_CLAIM).'

const notAmongKnown = `None of the ${usersLimit.toLocaleString('en')} users that the proxy reads has the name, id or ARN in the token’s agent claim (AGENT_CLAIM); this Connect instance may have more.`

interface Users {
  readonly byId: ReadonlyMap<string, ConnectUser>
  readonly byName: ReadonlyMap<string, ConnectUser>
  readonly byArn: ReadonlyMap<string, ConnectUser>
}

const indexed = (users: readonly ConnectUser[]): Users => ({
  byId: new Map(users.map((user) => [user.userId, user])),
  byName: new Map(users.map((user) => [user.username, user])),
  byArn: new Map(users.map((user) => [user.arn, user])),
})

function match({ byId, byName, byArn }: Users, agent: string): ConnectUser | undefined {
  const matches = [byId.get(agent), byName.get(agent), byArn.get(agent)].filter((user) => user !== undefined)
  // Where one user's name is another's id, nobody can say who is meant.
  return new Set(matches).size === 1 ? matches[0] : undefined
}

export function createAgentDirectory({ connect, now }: AgentDirectoryOptions): AgentDirectory {
  let size: number | undefined
  async function load(): Promise<Users> {
    const listed = await connect.listUsers(usersLimit)
    size = listed.length
    return indexed(listed)
  }
  const users = createCachedList({ load, maxAgeMs: usersMaxAgeMs, now })
  return {
    async find(agent) {
      const known = match(await users.read(), agent)
      if (known) return known
      const found = match(await users.readNewerThan(rereadAfterMs), agent)
      if (found) return found
      throw new Failure({
        code: 'unknown-agent',
        detail: size === usersLimit ? notAmongKnown : notInInstance,
      })
    },
    isReady: users.isUsable,
    ageMs: users.ageMs,
    size: () => size,
    async prepare() {
      await users.read()
    },
  }
}
