import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseAgentContacts, replaceAgentContacts } from './agent-contacts.ts'
import { type Answer, errorAnswer, jsonAnswer, readBody, send, splitTarget } from './wire/http-exchange.ts'
import type { InstanceState } from './instance-state.ts'
import { matchPath } from './operations.ts'
import { ServiceError } from './wire/service-error.ts'

const path = '/simulator/agents/{userId}/contacts'

// Unsigned and open to all origins, because the CCP simulator is a page. In the real service this call does not exist.
const openToPages = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'PUT',
  'access-control-allow-headers': 'content-type',
}

/** The user id of a control call (from the CCP simulator); undefined for a call of Connect's API. */
export function controlledAgent(target: string): string | undefined {
  return matchPath(path, splitTarget(target).path)?.get('userId')
}

export async function answerControlCall(
  state: InstanceState,
  userId: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { status, headers, body } = await replaceContacts(state, userId, request).catch(errorAnswer)
  send(response, { status, headers: { ...headers, ...openToPages }, body })
}

async function replaceContacts(
  state: InstanceState,
  userId: string,
  request: IncomingMessage,
): Promise<Answer> {
  const body = await readBody(request)
  if (request.method === 'OPTIONS') return jsonAnswer(200, {})
  if (request.method !== 'PUT')
    throw new ServiceError(405, 'MethodNotAllowedException', 'Only PUT is allowed.')
  replaceAgentContacts(state, userId, parseAgentContacts(body))
  return jsonAnswer(200, {})
}
