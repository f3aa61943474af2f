import type { Failure } from '../../simulators/connect/calls/failures.ts'
import type { Seeded } from '../seed/seeded.ts'
import type { Answer, Arrival, Message } from '../servers/wire.ts'

/** The answers of a gateway between the panel and the proxy. */
const gatewayPage = (status: number): Answer => ({
  status,
  type: 'text/html',
  body: `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`,
})

const busyPage: Answer = { ...gatewayPage(429) }

/** Faults on the way back: what happens to the proxy's answer. */
const faultsOfAnswers: readonly (readonly [
  weight: number,
  name: string,
  spoil: (arrival: Arrival) => Arrival,
])[] = [
  [3, 'answer lost', () => undefined],
  [1, 'answer truncated', (arrival) => arrival && { ...arrival, isTruncated: true }],
  [1, 'answer replaced by HTML 502', () => gatewayPage(502)],
  [1, 'answer replaced by HTML 200', () => gatewayPage(200)],
  [1, 'answer replaced by HTML 403', () => gatewayPage(403)],
]

/** Faults on the way to the proxy: the request never reaches it. */
const faultsOfRequests: readonly (readonly [weight: number, name: string, answer: Arrival])[] = [
  [3, 'request lost', undefined],
  [1, 'gateway throttled', busyPage],
  [1, 'gateway answered HTML 503', gatewayPage(503)],
]

const refusal = (status: number, type: string): Failure => ({
  kind: 'error',
  status,
  type,
  message: 'Refused',
})

/** Faults of Connect. */
const faultsOfConnect: readonly (readonly [weight: number, name: string, failure: Failure])[] = [
  [2, 'Connect throttled', refusal(429, 'ThrottlingException')],
  [2, 'Connect refused with 403', refusal(403, 'AccessDeniedException')],
  [1, 'Connect failed with 500', refusal(500, 'InternalServiceException')],
  [1, 'Connect answered HTML 502', { kind: 'html', status: 502 }],
  [1, 'Connect reset before it acted', { kind: 'reset' }],
  [3, 'Connect acted and its answer was lost', { kind: 'response-lost' }],
  [1, 'Connect acted and answered nothing', { kind: 'empty' }],
  [1, 'Connect acted and its answer was truncated', { kind: 'truncated' }],
]

/** Connect's answers when there are too many tasks or chats. One of them exists only for chats. */
const faultsOfQuota = [
  [2, 'Connect refused with 402', refusal(402, 'ServiceQuotaExceededException')],
] as const

const faultsOfMessages = [
  [2, 'Connect had too many chats', refusal(429, 'LimitExceededException')],
  [1, 'Connect saw a conflict', refusal(409, 'ConflictException')],
] as const

export interface FaultOfAnswer {
  readonly name: string
  readonly spoil: (arrival: Arrival) => Arrival
}

export function faultOfAnswer(seeded: Seeded): FaultOfAnswer {
  const [, name, spoil] = pick(seeded, faultsOfAnswers)
  return { name, spoil }
}

export function faultOfRequest(seeded: Seeded): { readonly name: string; readonly answer: Arrival } {
  const [, name, answer] = pick(seeded, faultsOfRequests)
  return { name, answer }
}

export function faultOfConnect(
  seeded: Seeded,
  operation: Message['operation'],
): { readonly name: string; readonly failure: Failure } {
  const others = operation === 'StartOutboundChatContact' ? faultsOfMessages : faultsOfQuota
  const [, name, failure] = pick(seeded, [...faultsOfConnect, ...others])
  return { name, failure }
}

function pick<Row extends readonly [number, ...unknown[]]>(seeded: Seeded, rows: readonly Row[]): Row {
  const row = seeded.weighted(rows.map((each) => [each[0], each] as const))
  if (!row) throw new RangeError('There is nothing to pick from.')
  return row
}
