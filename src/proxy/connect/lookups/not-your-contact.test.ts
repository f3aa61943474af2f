import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { contactPath } from '../../../contract/reads/reads.ts'
import type { InstanceContact } from '../../../simulators/instance/instance.ts'
import { ana, ben } from '../../../simulators/instance/instance.ts'
import type { ProxyHarness } from '../../harness/proxy-harness.ts'
import { contact, plainTask, startProxyScene } from '../../harness/proxy-scene.ts'

const { connect, token, newProxy, close } = await startProxyScene()
let proxy: ProxyHarness

beforeEach(async () => {
  connect.reset()
  proxy = newProxy()
  await proxy.prepare()
})

afterAll(close)

const contactId = '11111111-0000-4000-8000-000000000001'
const attributes = { orderId: '41', note: 'x'.repeat(1_000) }
const ringing = { state: 'CONNECTING', accepted: false, attributes } as const

/** Ben had it before. */
function leftBy(user: typeof ben, had: InstanceContact) {
  connect.setContacts(user.userId, [had])
  connect.setContacts(user.userId, [])
}

const notAnas: readonly (readonly [string, () => void])[] = [
  ['that does not exist', () => undefined],
  ['that another agent has', () => connect.setContacts(ben.userId, [contact(contactId, { attributes })])],
  ['that another agent had', () => leftBy(ben, contact(contactId, { attributes }))],
  ['that rings at another agent', () => connect.setContacts(ben.userId, [contact(contactId, ringing)])],
  ['that no agent accepted', () => leftBy(ana, contact(contactId, ringing))],
  ['that another agent has, while others are hers', hasOthers],
]

function hasOthers() {
  connect.setContacts(ana.userId, [contact('11111111-0000-4000-8000-000000000002', { attributes })])
  connect.setContacts(ben.userId, [contact(contactId, { attributes })])
}

/** A refusal without the parts that differ for each request, and the calls of Connect that it took. */
async function refusal(ask: () => Promise<Response>) {
  const askedBefore = connect.received.length
  const loggedBefore = proxy.logged().length
  const response = await ask()
  const requestId = response.headers.get('x-request-id') ?? ''
  const line = proxy.logged().slice(loggedBefore)
  return {
    status: response.status,
    headers: [...response.headers].map(([name, value]) => `${name}: ${value.replace(requestId, '')}`),
    body: (await response.text()).replace(requestId, ''),
    line: line.replace(requestId, '').replace(/"(?:time|durationMs)":[\d.]+/g, ''),
    questions: connect.received.slice(askedBefore).map(({ operation }) => operation),
  }
}

const read = () => proxy.get(contactPath(contactId), token)
const link = () => proxy.post({ ...plainTask, link: { type: 'related', contactId } }, token)

describe.each([
  ['is read', read],
  ['is linked', link],
] as const)('when a contact %s', (_, ask) => {
  it.each(notAnas)(
    'one is refused in the same bytes and after the same questions as any that is not the agent’s: one %s',
    async (_name, arrange) => {
      const unknown = await refusal(ask)
      arrange()

      const heard = await refusal(ask)

      expect(heard).toEqual(unknown)
      expect(heard.questions).toEqual(['DescribeContact', 'GetCurrentUserData'])
      expect(heard.body).toContain('"code":"not-your-contact"')
      expect(connect.tasks).toEqual([])
    },
  )

  it.each<[string, Partial<InstanceContact>, boolean, string[]]>([
    ['is in front of the agent', {}, true, ['DescribeContact']],
    ['has ended', {}, false, ['DescribeContact']],
    ['rings', ringing, true, ['DescribeContact', 'GetCurrentUserData']],
  ])('the agent’s own is found that %s', async (_name, differs, isCurrent, questions) => {
    connect.setContacts(ana.userId, [contact(contactId, differs)])
    if (!isCurrent) connect.setContacts(ana.userId, [])
    const before = connect.received.length

    const response = await ask()

    expect(response.ok).toBe(true)
    const asked = connect.received.slice(before).map(({ operation = '' }) => operation)
    expect(asked.filter((name) => /DescribeContact|GetCurrentUserData/.test(name))).toEqual(questions)
  })
})
