import { createCachedList } from './cached-list.ts'
import type { ConnectUser } from '../operations/search-users.ts'
import { ProblemError } from '../../problem-error.ts'
import type { ReasonOf } from '../../refusal-reasons.ts'

/** Finds the Connect user of a verified token. */
export interface AgentDirectory {
  /** `agent` is the name, the id or the ARN of a Connect user of this instance; rejects with `unknown-agent`. */
  readonly find: (agent: string) => Promise<ConnectUser>
  /** The name of a user by their ARN; undefined if there is no such user. */
  readonly nameOf: (arn: string) => Promise<string | undefined>
  /** True if an agent could be found now, even while Connect fails. */
  readonly isReady: () => boolean
  readonly ageMs: () => number | undefined
  /** The number of known users; undefined before they have been read. */
  readonly size: () => number | undefined
  /** Reads the users ahead of the first request, unless they were read lately. */
  readonly prepare: () => Promise<void>
}

export interface AgentDirectoryOptions {
  readonly listUsers: (limit: number) => Promise<readonly ConnectUser[]>
  readonly now: () => Date
}

/** These take 100 MB. An instance has 500 users until AWS raises its quota. */
export const usersLimit = 100_000

const usersMaxAgeMs = 5 * 60_000

/** If a name is missing from a list older than this, the list is read again: the user may be new. */
const rereadAfterMs = 30_000

const notInInstance =
  'No user of this Connect instance has the name, id or ARN in the token’s agent claim (AGENT_CLAIM).'

const notAmongKnown = `None of the ${usersLimit.toLocaleString('en')} users that the proxy reads has the name, id or ARN in the token’s agent claim (AGENT_CLAIM); this Connect instance may have more.`

interface Users {
  readonly byId: ReadonlyMap<string, ConnectUser>
  readonly byName: ReadonlyMap<string, ConnectUser>
  readonly byArn: ReadonlyMap<string, ConnectUser>
  /** Made when it is first needed, to say why an agent was not found. */
  readonly loweredNames: () => ReadonlySet<string>
}

function indexed(users: readonly ConnectUser[]): Users {
  let loweredNames: ReadonlySet<string> | undefined
  return {
    byId: new Map(users.map((user) => [user.userId, user])),
    byName: new Map(users.map((user) => [user.username, user])),
    byArn: new Map(users.map((user) => [user.arn, user])),
    loweredNames() {
      loweredNames ??= new Set(users.map(({ username }) => username.toLowerCase()))
      return loweredNames
    },
  }
}

const matches = ({ byId, byName, byArn }: Users, agent: string) =>
  new Set([byId.get(agent), byName.get(agent), byArn.get(agent)].filter((user) => user !== undefined))

function match(users: Users, agent: string): ConnectUser | undefined {
  const [user, ...others] = matches(users, agent)
  // If one user’s name is another user’s id, it is not clear which of them is meant.
  return others.length === 0 ? user : undefined
}

function reasonOf(users: Users, agent: string): ReasonOf<'unknown-agent'> {
  if (matches(users, agent).size > 1) return 'ambiguous'
  if (users.loweredNames().has(agent.toLowerCase())) return 'case-differs'
  return users.byId.size < usersLimit ? 'no-user' : 'no-user-read'
}

export function createAgentDirectory({ listUsers, now }: AgentDirectoryOptions): AgentDirectory {
  let size: number | undefined
  async function load(): Promise<Users> {
    const listed = await listUsers(usersLimit)
    size = listed.length
    return indexed(listed)
  }
  const users = createCachedList({ load, maxAgeMs: usersMaxAgeMs, now })
  return {
    async find(agent) {
      const known = match(await users.read(), agent)
      if (known) return known
      const newer = await users.readNewerThan(rereadAfterMs)
      const found = match(newer, agent)
      if (found) return found
      throw new ProblemError({
        code: 'unknown-agent',
        reason: reasonOf(newer, agent),
        detail: size === usersLimit ? notAmongKnown : notInInstance,
      })
    },
    async nameOf(arn) {
      return (await users.read()).byArn.get(arn)?.name
    },
    isReady: users.isUsable,
    ageMs: users.ageMs,
    size: () => size,
    async prepare() {
      await users.read()
    },
  }
}
