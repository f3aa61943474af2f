/** One request under one client token. It fixes every byte that Connect will get. */
export interface Attempt<Request> {
  readonly clientToken: string
  readonly request: Request
}

/** Total seconds that an attempt waits for its turns at the proxy. It is long, because all agents of a shift may send at once. */
export const attemptPatienceSeconds = 300

/**
 * How long Connect is assumed to remember a client token, counted from the first time that it was sent. Amazon documents no
 * time. Within this time an attempt is sent again without asking the agent, because it cannot be carried out twice. Later only
 * the agent can say whether it was carried out.
 */
export const assumedTokenMemoryMs = 5 * 60_000

/**
 * Connect remembers the token of an outbound chat for 7 days (Connect API, `ClientToken` of StartOutboundChatContact). Until
 * then, minus 5 minutes for differences between clocks, the agent may send the attempt again.
 */
export const messageTokenMemoryMs = 7 * 24 * 3_600_000 - 5 * 60_000

/** An attempt whose answer was lost. It may have succeeded, even if Connect refuses a later attempt. */
export interface UncertainAttempt<Request> {
  readonly attempt: Attempt<Request>
  /** In milliseconds since the epoch, by the proxy's clock as the panel knows it. */
  readonly firstSentAt: number
}

/** The sent attempts of one draft. */
export interface EarlierAttempts<Request> {
  /** The attempt that was made last. */
  readonly latest: Attempt<Request>
  /** The text of the draft has changed since the latest attempt, so the outcome of the attempt says nothing about the draft. */
  readonly isEdited?: boolean
  /** Every attempt that may have succeeded, in the order in which they were first sent. */
  readonly uncertain: readonly UncertainAttempt<Request>[]
}

/** The agent has looked in Connect: requests under this token that were sent until then have created nothing. */
export interface DeniedToken {
  readonly clientToken: string
  /** A time by the same clock as `firstSentAt`. A later request of another window under this token is not covered. */
  readonly until: number
}

/** The facts that one window knows about the tokens of a draft. */
export interface TokensHere {
  /** Tokens whose outcome is final, the latest last. A refusal is not final: another window may have sent the same. */
  readonly settled: readonly string[]
  readonly denied?: readonly DeniedToken[]
  /** Tokens that this window has sent or is sending again. */
  readonly sent: readonly string[]
}

/** True if the window knows the outcome of all requests under this token until then. */
export const isAnswered = (
  tokens: TokensHere | undefined,
  clientToken: string,
  firstSentAt: number,
): boolean =>
  tokens !== undefined &&
  (tokens.settled.includes(clientToken) ||
    (tokens.denied ?? []).some((denied) => denied.clientToken === clientToken && firstSentAt < denied.until))

const hasTokenOf =
  ({ clientToken }: Attempt<unknown>) =>
  ({ attempt }: UncertainAttempt<unknown>): boolean =>
    attempt.clientToken === clientToken

/** True if an answer to this attempt was lost. */
export const isUncertain = (
  attempt: Attempt<unknown>,
  uncertain: readonly UncertainAttempt<unknown>[],
): boolean => uncertain.some(hasTokenOf(attempt))

/** Adds an attempt without an answer. If it is already there, it keeps its first time. */
export const withUncertain = <Request>(
  uncertain: readonly UncertainAttempt<Request>[],
  added: UncertainAttempt<Request>,
): readonly UncertainAttempt<Request>[] =>
  isUncertain(added.attempt, uncertain) ? uncertain : [...uncertain, added]

/** Removes an attempt whose outcome is now known. */
export const withoutUncertain = <Request>(
  uncertain: readonly UncertainAttempt<Request>[],
  settled: Attempt<Request>,
): readonly UncertainAttempt<Request>[] => uncertain.filter((each) => !hasTokenOf(settled)(each))

/** Orders members by name, so that a request read from storage or the wire equals the one that was written. */
const membersInOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

const contentOf = (request: unknown) => JSON.stringify(request, membersInOrder)

/**
 * The token belongs to the content, not to the click: the same request always has the same token, so it is carried out once. An
 * edited request gets a new token. `told` returns the part of a request that counts as its content.
 */
export function attemptFor<Request>(
  request: Request,
  known: readonly Attempt<Request>[],
  newToken: (content: string) => string,
  told: (request: Request) => unknown = (whole) => whole,
): Attempt<Request> {
  const content = contentOf(told(request))
  const same = known.find((attempt) => contentOf(told(attempt.request)) === content)
  return same ?? { clientToken: newToken(content), request }
}

/**
 * A new attempt with the same content: after one that has created nothing and whose bytes cannot be sent any more, because
 * other bytes need another token; or after one that has created its task, which the agent wants once more. All windows that
 * know the old attempt make the same new token.
 */
export function renewedAttempt<Request>(
  request: Request,
  { clientToken }: Attempt<Request>,
  newToken: (content: string) => string,
  told: (request: Request) => unknown,
): Attempt<Request> {
  return { clientToken: newToken(contentOf({ after: clientToken, content: told(request) })), request }
}

/**
 * The token of a draft's content. It is the same on every page: when the draft is open in two windows, its task is still
 * created once.
 */
export const draftToken = (draftId: string, content: string): string => `${draftId}.${fingerprint(content)}`

/** A hash of any content, by which the same content is recognised. */
export const fingerprintOf = (content: unknown): string => fingerprint(contentOf(content))

// FNV-1a, 128 bits (draft-eastlake-fnv). It need not resist forgery, because the proxy separates the tokens of agents.
const fingerprintStart = 0x6c62272e07bb014262b821756295c58dn
const fingerprintPrime = 0x0000000001000000000000000000013bn

function fingerprint(content: string): string {
  let hash = fingerprintStart
  for (const byte of new TextEncoder().encode(content)) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * fingerprintPrime)
  }
  return hash.toString(16)
}
