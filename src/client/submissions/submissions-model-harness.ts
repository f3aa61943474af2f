import { earlierAttempts } from '../attempts/earlier-attempts.ts'
import { isUnderWay } from '../attempts/submission-state.ts'
import { createClock, createNetwork, createWire, type SentAttempt } from './submission-harness.ts'
import { createSubmissions, type Submissions } from './submissions.ts'
import {
  assumedTokenMemoryMs,
  messageTokenMemoryMs,
  type Attempt,
  type EarlierAttempts,
} from '../../core/attempts/attempt.ts'
import type { DraftKind } from '../../core/message/any-draft.ts'
import type { Sealing } from '../attempts/sealing.ts'
import type { ClientFailure } from '../task-client-error.ts'

export interface Note {
  readonly text: string
  /** The bytes that sealing adds. */
  readonly bytes?: string
  readonly until?: number
}

export interface Made {
  readonly id: string
}

/** The event that ends a request on its way. */
export type Fate =
  | 'created'
  | 'refused'
  | 'lost'
  | 'lost after creation'
  | 'throttled'
  | 'busy'
  | 'called back'

const failures = {
  refused: { code: 'invalid', outcome: 'not-created', issues: [] },
  throttled: { code: 'throttled', outcome: 'not-created', issues: [], retryAfterSeconds: 3 },
  busy: { code: 'busy', outcome: 'not-created', issues: [] },
  'called back': { code: 'busy', outcome: 'not-created', issues: [], retryAfterSeconds: 40 },
  lost: { code: 'unreachable', outcome: 'unknown', issues: [] },
} as const satisfies Record<string, ClientFailure>

/** The client's timeout for an answer. */
const requestMs = 20_000

const draftOf = (token: string) => token.split('.')[0] ?? ''

/** Connect: it remembers a token for as long as the panel assumes, and then does the same a second time. */
function createConnect(now: () => number, memoryMs: number) {
  const made: { readonly token: string; readonly id: string; readonly at: number }[] = []
  return {
    idsOf: (token: string) => made.filter((each) => each.token === token).map(({ id }) => id),
    create: (token: string): Made => {
      const known = made.findLast((each) => each.token === token)
      if (known && now() - known.at <= memoryMs) return { id: known.id }
      const id = `task-${made.length}`
      made.push({ token, id, at: now() })
      return { id }
    },
  }
}

/** How long sealed bytes may be sent. Shorter than Connect remembers a token, so that runs meet both limits. */
const sealedMs = 100_000

/** Files that arrive and expire, and a proxy that seals requests with files. */
function createFiles(now: () => number) {
  const missing = new Set<string>()
  const waiting = new Set<() => void>()
  let seals = 0
  let isRefusing = false
  const sealing = (draftId: string): Sealing<Note> => {
    const isGathered = () => !missing.has(draftId)
    return {
      contentOf: ({ text }) => text,
      sealedUntil: ({ until }) => until,
      isGathered,
      gather: async (request, signal, onLeft) => {
        onLeft(1)
        await new Promise<void>((resolve) => {
          const look = () => {
            if (!signal.aborted && !isGathered()) return
            waiting.delete(look)
            resolve()
          }
          signal.addEventListener('abort', look)
          waiting.add(look)
        })
        return { request }
      },
      seal: async ({ text }) => {
        if (isRefusing) return { failure: failures.refused }
        seals += 1
        return { request: { text, bytes: `sealed ${seals}`, until: now() + sealedMs } }
      },
    }
  }
  return {
    sealing,
    set: (draftId: string, isThere: boolean) => {
      if (isThere) missing.delete(draftId)
      else missing.add(draftId)
      for (const look of waiting) look()
    },
    refuse: (isRefused: boolean) => {
      isRefusing = isRefused
    },
  }
}

export interface ModelOptions {
  /** The kind of the drafts. Connect remembers the token of a message for days. */
  readonly kind?: DraftKind
  /** Each request is sealed before it is sent. */
  readonly hasFiles?: boolean
}

/** One agent with some drafts, the page, the proxy and Connect. */
export function createModel({ kind = 'task', hasFiles = false }: ModelOptions = {}) {
  const memoryMs = kind === 'message' ? messageTokenMemoryMs : assumedTokenMemoryMs
  const clock = createClock()
  const { now } = clock
  const files = createFiles(now)
  const bytesByToken = new Map<string, string>()
  const net = createNetwork()
  const wire = createWire<Note, Made>(now)
  const connect = createConnect(now, memoryMs)
  const stored = new Map<string, EarlierAttempts<Note>>()
  /** The tasks that the panel says exist, by token. */
  const told = new Map<string, string>()
  /** For each draft and text that was created, the page that said so. */
  const toldBy = new Map<string, Submissions<Note, Made>>()
  /** The tokens whose answers were lost, each until its outcome is known, by draft. */
  const doubted = new Map<string, Set<string>>()
  /** When the agent last pressed for this token, and since when its answer is lost. */
  const askedAt = new Map<string, number>()
  const lostSince = new Map<string, number>()
  const mistakes: string[] = []
  /** The requests of pages that are gone. No page receives their answers. */
  const orphans = new Set<SentAttempt<Note, Made>>()
  let page: Submissions<Note, Made> = open()

  const doubtsOf = (draft: string) => {
    const doubts = doubted.get(draft) ?? new Set()
    doubted.set(draft, doubts)
    return doubts
  }

  function open(): Submissions<Note, Made> {
    const opened = createSubmissions<Note, Made>({
      now,
      uptime: now,
      wait: clock.wait,
      random: () => 1,
      network: net.network,
      ...(hasFiles ? { sealing: files.sealing } : {}),
      tokenMemoryMs: () => memoryMs,
      send: (attempt) => {
        const token = attempt.clientToken
        if (wire.open().some((each) => !orphans.has(each))) mistakes.push('two are on their way')
        if (!net.network.isOnline()) mistakes.push('sent without a network')
        const lost = lostSince.get(token)
        const since = lost ?? askedAt.get(token) ?? 0
        // Files may take longer. The time limit of an attempt with files starts when it is first sent.
        const isTimed = !hasFiles || lost !== undefined
        if (isTimed && now() - since > memoryMs) mistakes.push(`${token} was sent too late`)
        // A task or message long after the agent's press may do harm. An attempt waits at most this long, and is sent again at
        // most this long after the first try.
        const begunAt = Math.max(askedAt.get(token) ?? 0, lost ?? 0)
        if (isTimed && now() - begunAt > assumedTokenMemoryMs)
          mistakes.push(`${token} was sent long after the press`)
        if (lost === undefined) lostSince.set(token, now())
        if (hasFiles) checkSeal(attempt)
        // An attempt that waits for files may be overtaken.
        if (!hasFiles && line.find(isUnderWayFor) !== token) mistakes.push(`${token} was sent before another`)
        const answered = wire.send(attempt)
        void endIn(requestMs)
        return answered
      },
    })
    opened.subscribe((draft, state) => {
      // A closed page stores nothing.
      if (opened !== page) return
      const earlier = earlierAttempts(state)
      if (earlier) stored.set(draft, earlier)
      else stored.delete(draft)
      const known = state.status === 'done' ? [...state.found, state] : state.found
      for (const { attempt, result } of known) {
        told.set(attempt.clientToken, result.id)
        toldBy.set(`${draft} ${attempt.request.text}`, opened)
      }
    })
    return opened
  }

  function checkSeal({ clientToken, request: { bytes = 'none', until = 0 } }: Attempt<Note>): void {
    if ((bytesByToken.get(clientToken) ?? bytes) !== bytes)
      mistakes.push(`${clientToken} was sent with other bytes`)
    if (bytes === 'none') mistakes.push(`${clientToken} was sent unsealed`)
    if (until <= now()) mistakes.push(`${clientToken} was sent with bytes that have expired`)
    bytesByToken.set(clientToken, bytes)
  }

  /** The tokens that the agent has asked to send, in that order. */
  let line: readonly string[] = []

  /** Whether a token waits for its turn, is on its way, or waits to be sent again. */
  function isUnderWayFor(token: string): boolean {
    const state = submission(draftOf(token)).getSnapshot()
    if (isUnderWay(state) && state.attempt?.clientToken === token) return true
    return state.uncertain.some(
      ({ attempt, isBeingAsked = false }) => isBeingAsked && attempt.clientToken === token,
    )
  }

  /** Records the token that the agent asked to send with this act, if any. */
  function noting(draft: string, act: () => void): void {
    const tokensUnderWay = () => {
      const { attempt, uncertain } = submission(draft).getSnapshot()
      const all = [attempt, ...uncertain.map((question) => question.attempt)]
      return [...new Set(all.map((each) => each?.clientToken ?? ''))].filter(isUnderWayFor)
    }
    const before = tokensUnderWay()
    act()
    const added = tokensUnderWay().find((token) => !before.includes(token))
    if (added === undefined) return
    line = [...line.filter((token) => token !== added && isUnderWayFor(token)), added]
    askedAt.set(added, now())
  }

  const submission = (draft: string) => page.of(draft, stored.get(draft))

  /** Closes the page while something may be on its way. */
  function leave(): void {
    for (const each of wire.open()) {
      if (orphans.has(each)) continue
      orphans.add(each)
      doubtsOf(draftOf(each.attempt.clientToken)).add(each.attempt.clientToken)
    }
    page.abandon()
    page = open()
    line = []
  }

  /** Answers requests that have been on their way for this long. */
  async function endIn(milliseconds: number): Promise<void> {
    const each = wire.open().at(-1)
    await clock.wait(milliseconds)
    if (each && wire.open().includes(each)) answerTo(each, 'lost')
  }

  function answer(fate: Fate, index: number): void {
    const each = wire.open()[index % Math.max(wire.open().length, 1)]
    if (each) answerTo(each, fate)
  }

  function answerTo(each: SentAttempt<Note, Made>, fate: Fate): void {
    const token = each.attempt.clientToken
    const isHeard = !orphans.has(each)
    const doubts = doubtsOf(draftOf(token))
    if (fate === 'created') {
      const made = connect.create(token)
      if (isHeard) {
        doubts.delete(token)
        lostSince.delete(token)
      }
      each.answer(made)
      return
    }
    if (fate === 'lost after creation') connect.create(token)
    const failure = failures[fate === 'lost after creation' ? 'lost' : fate]
    if (isHeard && failure.outcome === 'unknown') doubts.add(token)
    // Nothing was carried out, so its time starts again with the next request.
    if (isHeard && !doubts.has(token)) lostSince.delete(token)
    each.answer(failure)
  }

  /** The agent looks in Connect and answers every question that the panel can no longer settle itself. */
  function settle(draft: string): void {
    const current = submission(draft)
    for (const { attempt } of current.getSnapshot().uncertain) {
      const token = attempt.clientToken
      if (current.mayAskAgain(token)) continue
      // The agent looks only after no request for this token is on its way.
      if (wire.open().some((each) => each.attempt.clientToken === token)) continue
      const [id] = connect.idsOf(token)
      const before = current.getSnapshot().uncertain.length
      current.settle(token, id === undefined ? 'not-created' : { result: { id } })
      if (current.getSnapshot().uncertain.length === before) continue
      doubtsOf(draft).delete(token)
      lostSince.delete(token)
    }
  }

  function ask(draft: string, isLatest: boolean): void {
    const current = submission(draft)
    const [first] = current.getSnapshot().uncertain
    noting(draft, () => void current.askAgain(isLatest ? undefined : first?.attempt.clientToken))
  }

  function press(draft: string, text: string): void {
    // The draft was closed with its page. The next task with the same content is a new draft.
    if ((toldBy.get(`${draft} ${text}`) ?? page) !== page) return
    noting(draft, () => void submission(draft).submit({ text }))
  }

  return {
    clock,
    net,
    wire,
    files,
    connect,
    told,
    doubted,
    mistakes,
    submission,
    press,
    answer,
    settle,
    ask,
    leave,
    isOrphan: (each: SentAttempt<Note, Made>) => orphans.has(each),
  }
}
