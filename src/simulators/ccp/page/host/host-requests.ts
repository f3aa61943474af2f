import * as z from 'zod/mini'
import type { AnswerModes } from './answer-modes.ts'
import { apiMethods } from './api-methods.ts'
import type { Ccp } from '../ccp.ts'
import type { Host, HostMessage } from './host.ts'
import { endpoints as fewEndpoints } from '../connect/quick-connects.ts'

const slowAnswerMs = 3_000

const apiRequestSchema = z.object({
  requestId: z.string(),
  method: z.string(),
  params: z.optional(z.unknown()),
})
const masterRequestSchema = z.object({
  requestId: z.string(),
  params: z.object({ topic: z.string() }),
})
const broadcastSchema = z.object({ event: z.string(), data: z.optional(z.unknown()) })
const viewSchema = z.object({ contactId: z.string() })

/** Answers Streams' messages: `api_request`, `master_request`, `broadcast`, keep-alive. */
export function answerHost(host: Host, ccp: Ccp, modes: AnswerModes, endpoints = fewEndpoints) {
  const methods = apiMethods(endpoints)
  const answers: Readonly<Record<string, (data: unknown) => unknown>> = {
    synchronize: () => modes.keepAlive() === 'answered' && host.post('acknowledge'),
    api_request: (data) => void answerApiRequest(host, ccp, { data, modes, methods }),
    master_request: (data) => answerMasterRequest(host, data),
    media_device_request: () => host.post('media_device_response', []),
    broadcast: (data) => echoBroadcast(host, ccp, data),
  }
  return ({ event, data }: HostMessage) => answers[event]?.(data)
}

interface Asked {
  readonly data: unknown
  readonly modes: AnswerModes
  readonly methods: ReturnType<typeof apiMethods>
}

async function answerApiRequest(host: Host, ccp: Ccp, { data, modes, methods }: Asked) {
  const { requestId, method, params } = apiRequestSchema.parse(data)
  const mode = modes.api(method)
  if (mode === 'drop') return
  if (mode === 'slow') await new Promise((resolve) => setTimeout(resolve, slowAnswerMs))
  const answer =
    mode === 'fail'
      ? refusal('AccessDeniedException', 'Told to fail.')
      : await run(ccp, methods, { method, params })
  host.post('api_response', { event: 'api_response', requestId, ...answer })
}

async function run(
  ccp: Ccp,
  methods: Asked['methods'],
  { method, params }: { readonly method: string; readonly params?: unknown },
) {
  const act = methods.get(method)
  if (!act) return refusal('UnsupportedMethodException', `This CCP has no ${method}.`)
  try {
    return { data: await act(ccp, params), err: null }
  } catch (failure) {
    return refusal('BadRequestException', failure instanceof Error ? failure.message : String(failure))
  }
}

/** Streams passes API errors on as JSON text. */
const refusal = (type: string, message: string) => ({ err: JSON.stringify({ type, message }) })

function answerMasterRequest(host: Host, data: unknown) {
  const { requestId, params } = masterRequestSchema.parse(data)
  host.post('master_response', {
    event: 'master_response',
    requestId,
    data: { masterId: 'ccp', isMaster: true, topic: params.topic },
    err: null,
  })
}

/** The real worker sends a broadcast to all tabs, including the sender. Streams' log lines are not sent back here. */
function echoBroadcast(host: Host, ccp: Ccp, data: unknown) {
  const broadcast = broadcastSchema.parse(data)
  if (broadcast.event === 'contact::view') {
    const { contactId } = viewSchema.parse(broadcast.data)
    if (ccp.state().contacts.some((contact) => contact.contactId === contactId)) void ccp.view(contactId)
    else host.post('contact::view', { contactId })
    return
  }
  if (isEchoed(broadcast.event)) host.post(broadcast.event, broadcast.data)
}

const isEchoed = (event: string) =>
  event.startsWith('contact::accepted') || event === 'taskList::activate_channel_with_view_type'
