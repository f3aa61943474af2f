import { isOffered } from '../../../core/fields/destination.ts'
import type { Destination, Destinations, UnreadDestinations } from '../../../core/fields/destination-key.ts'
import { createCachedList } from './cached-list.ts'
import { createOptionalList } from './optional-list.ts'
import type { Connect } from '../connect.ts'
import { listContactFlows } from '../operations/list-contact-flows.ts'
import { listQuickConnects } from '../operations/list-quick-connects.ts'
import { listTaskTemplates } from '../operations/list-task-templates.ts'
import { searchQuickConnects } from '../operations/search-quick-connects.ts'
import { noted, type NoteAttempt } from '../../logs/dependency-log.ts'
import { ProblemError } from '../../problem-error.ts'
import {
  allowedDestinations,
  allowedTemplates,
  isDestinationAllowed,
  type Policy,
} from '../../policy/policies.ts'

/** The flows, quick connects and templates of the instance that a policy allows. */
export interface DestinationDirectory {
  readonly list: (policy: Policy, userId: string) => Promise<Destinations>
  /** Rejects with `destination-gone` if the destination is not, or no longer, offered. */
  readonly requireOffered: (destination: Destination, policy: Policy) => Promise<void>
  /** Called when Connect does not know a destination that was offered. */
  readonly distrust: () => void
  /** True if there are destinations to offer, even while Connect fails. */
  readonly isReady: () => boolean
  readonly ageMs: () => number | undefined
}

export interface DestinationDirectoryOptions {
  readonly connect: Pick<Connect, 'call'>
  readonly now: () => Date
  readonly notes: {
    readonly destinations: NoteAttempt
    readonly templates: NoteAttempt
    readonly usersOfQuickConnects: NoteAttempt
  }
}

const destinationsMaxAgeMs = 5 * 60_000

/** If a destination is missing from a list older than this, it may be newer than the list, so the list is read again. */
const rereadAfterMs = 5_000

const collator = new Intl.Collator('en', { numeric: true })

const byName = (one: { readonly name: string }, other: { readonly name: string }) =>
  collator.compare(one.name, other.name)

/** The lists of an instance. An IAM policy from before templates does not allow the last two. */
function listsOf({ connect, now, notes }: DestinationDirectoryOptions) {
  const shared = { maxAgeMs: destinationsMaxAgeMs, now }
  return {
    always: createCachedList({
      ...shared,
      async load() {
        const [flows, quickConnects] = await noted(notes.destinations, () =>
          Promise.all([
            connect.call(listContactFlows, undefined),
            connect.call(listQuickConnects, undefined),
          ]),
        )
        return { flows: flows.toSorted(byName), quickConnects: quickConnects.toSorted(byName) }
      },
    }),
    templates: createOptionalList({
      ...shared,
      load: async () =>
        (await noted(notes.templates, () => connect.call(listTaskTemplates, undefined))).toSorted(byName),
    }),
    userIds: createOptionalList({
      ...shared,
      load: () => noted(notes.usersOfQuickConnects, () => connect.call(searchQuickConnects, undefined)),
    }),
  }
}

type QuickConnect = Destinations['quickConnects'][number]

const seenBy = (
  userId: string,
  quickConnect: QuickConnect,
  users: ReadonlyMap<string, string> | undefined,
): QuickConnect =>
  users?.get(quickConnect.quickConnectId) === userId ? { ...quickConnect, isSelf: true } : quickConnect

const notOffered = (isAllowed: boolean) =>
  new ProblemError({
    code: 'destination-gone',
    reason: isAllowed ? 'destination-not-offered' : 'destination-not-allowed',
    detail:
      'This flow, quick connect or template is not offered. GET /api/v1/destinations lists those that are.',
  })

export function createDestinationDirectory(options: DestinationDirectoryOptions): DestinationDirectory {
  const { always, templates, userIds } = listsOf(options)
  /** The lists that this destination may be on. */
  async function listsFor({ type }: Destination, oldestMs: number): Promise<Destinations> {
    const lists = oldestMs === Infinity ? await always.read() : await always.readNewerThan(oldestMs)
    if (type !== 'template') return lists
    const known = oldestMs === Infinity ? await templates.read() : await templates.readNewerThan(oldestMs)
    return { ...lists, templates: known ?? [] }
  }
  return {
    async list(policy, userId) {
      const hasTemplates = allowedTemplates(policy)?.length !== 0
      const [lists, known, users] = await Promise.all([
        always.read(),
        hasTemplates ? templates.read() : undefined,
        userIds.read(),
      ])
      const unread: UnreadDestinations[] = [
        ...(hasTemplates && !known ? ['templates' as const] : []),
        ...(users ? [] : ['self' as const]),
      ]
      const offered: Destinations = {
        flows: lists.flows,
        quickConnects: lists.quickConnects.map((each) => seenBy(userId, each, users)),
        ...(known ? { templates: known } : {}),
        ...(unread.length > 0 ? { unread } : {}),
      }
      return allowedDestinations(offered, policy)
    },
    distrust() {
      always.distrust()
      templates.distrust()
    },
    isReady: always.isUsable,
    ageMs: always.ageMs,
    async requireOffered(destination, policy) {
      const isAllowed = isDestinationAllowed(destination, policy)
      if (!isAllowed) throw notOffered(false)
      if (isOffered(destination, await listsFor(destination, Infinity))) return
      if (isOffered(destination, await listsFor(destination, rereadAfterMs))) return
      throw notOffered(true)
    },
  }
}
