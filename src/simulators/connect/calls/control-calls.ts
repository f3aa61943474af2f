import type { IncomingMessage, ServerResponse } from 'node:http'
import type { InstanceTemplates } from '../../instance/instance.ts'
import { parseAgentContacts, replaceAgentContacts } from '../state/agent-contacts.ts'
import { type Answer, errorAnswer, jsonAnswer, readBody, send, splitTarget } from '../wire/http-exchange.ts'
import type { InstanceState } from '../state/instance-state.ts'
import { matchPath } from '../operations.ts'
import { acceptTask, instanceTasks } from '../state/task-progress.ts'
import { changeTemplate, templateChangeNames, templateChanges } from '../templates/change-template.ts'
import { notFound, ServiceError } from '../wire/service-error.ts'
import { asChoice, parseMembers, requiredText } from '../wire/wire-members.ts'

/** A call of the simulated CCP. In the real service these calls do not exist. */
interface ControlCall {
  readonly method: 'GET' | 'PUT'
  readonly path: string
  readonly answer: (state: InstanceState, label: (name: string) => string, body: Uint8Array) => object
}

const controlCalls: readonly ControlCall[] = [
  {
    method: 'PUT',
    path: '/simulator/agents/{userId}/contacts',
    answer: (state, label, body) => {
      replaceAgentContacts(state, label('userId'), parseAgentContacts(body))
      return {}
    },
  },
  { method: 'GET', path: '/simulator/tasks', answer: instanceTasks },
  {
    method: 'PUT',
    path: '/simulator/tasks/{contactId}/agent',
    answer: (state, label, body) => {
      acceptTask(state, label('contactId'), requiredText(parseMembers(body), 'userId'))
      return {}
    },
  },
  {
    method: 'GET',
    path: '/simulator/templates',
    answer: ({ templates }): InstanceTemplates => ({
      templates: templates.map(({ templateId, name, status }) => ({ templateId, name, status })),
    }),
  },
  {
    method: 'PUT',
    path: '/simulator/templates/{templateId}',
    answer: (state, label, body) => {
      const change = asChoice(parseMembers(body).get('change'), 'change', templateChangeNames)
      changeTemplate(state, label('templateId'), templateChanges[change])
      return {}
    },
  },
]

// Unsigned and open to all origins, because the CCP simulator is a page.
const openToPages = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'PUT',
  'access-control-allow-headers': 'content-type',
}

export const isControlCall = (target: string): boolean => target.startsWith('/simulator/')

export async function answerControlCall(
  state: InstanceState,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { status, headers, body } = await answerTo(state, request).catch(errorAnswer)
  send(response, { status, headers: { ...headers, ...openToPages }, body })
}

async function answerTo(state: InstanceState, request: IncomingMessage): Promise<Answer> {
  const body = await readBody(request)
  const { path } = splitTarget(request.url ?? '')
  const known = controlCalls.flatMap((call) => {
    const labels = matchPath(call.path, path)
    return labels === undefined ? [] : [{ ...call, labels }]
  })
  if (known.length === 0) throw notFound(`No control call at ${path}.`)
  if (request.method === 'OPTIONS') return jsonAnswer(200, {})
  const call = known.find(({ method }) => method === request.method)
  if (call === undefined)
    throw new ServiceError(405, 'MethodNotAllowedException', 'Another method is needed.')
  return jsonAnswer(
    200,
    call.answer(state, (name) => call.labels.get(name) ?? '', body),
  )
}
