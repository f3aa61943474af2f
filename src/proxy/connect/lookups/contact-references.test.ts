import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { contactReferencesSchema } from '../../../contract/reads/contact-references.ts'
import { contactReferencesPath } from '../../../contract/reads/reads.ts'
import type { ReferencesRule } from '../../../core/fields/references/references-rule.ts'
import {
  referenceSummaries,
  type ContactReference,
} from '../../../simulators/connect/state/contact-reference.ts'
import { ana, ben } from '../../../simulators/instance/instance.ts'
import type { ProxyHarness } from '../../harness/proxy-harness.ts'
import { contact, problemOf, startProxyScene } from '../../harness/proxy-scene.ts'

const { connect, token, newProxy, close } = await startProxyScene()
let proxy: ProxyHarness

const call = contact('11111111-0000-4000-8000-000000000001')
const bensCall = contact('11111111-0000-4000-8000-000000000002')

const ofEachType: readonly ContactReference[] = [
  { name: 'Shop', type: 'URL', value: 'https://shop.example/42' },
  { name: 'Order', type: 'NUMBER', value: '42' },
  { name: 'Case', type: 'STRING', value: 'Ärger' },
  { name: 'Due', type: 'DATE', value: '1790856000' },
  { name: 'Mail', type: 'EMAIL', value: 'a@b.example' },
  { name: 'invoice.pdf', type: 'ATTACHMENT', value: 'marked', arn: 'arn:marked', status: 'APPROVED' },
  { name: 'Analysis', type: 'CONTACT_ANALYSIS', value: 'marked', arn: 'arn:marked' },
  { name: 'M1', type: 'EMAIL_MESSAGE', arn: 'arn:marked' },
  { name: 'M2', type: 'EMAIL_MESSAGE_PLAIN_TEXT', arn: 'arn:marked' },
  { name: 'M3', type: 'EMAIL_MESSAGE_PLAIN_TEXT_REDACTED', arn: 'arn:marked' },
  { name: 'M4', type: 'EMAIL_MESSAGE_REDACTED', arn: 'arn:marked' },
]

beforeEach(() => {
  connect.reset()
  connect.setContacts(ana.userId, [call])
  connect.setContacts(ben.userId, [bensCall])
  connect.setReferences(call.contactId, ofEachType)
  connect.setReferences(bensCall.contactId, ofEachType)
  proxy = newProxy()
})

afterAll(close)

const read = (contactId = call.contactId) => proxy.get(contactReferencesPath(contactId), token)

const referencesOf = async (response: Response) =>
  contactReferencesSchema.parse(await response.json()).references

const byName = (one: { readonly name: string }, other: { readonly name: string }) =>
  one.name < other.name ? -1 : 1

const asked = () => connect.received.filter(({ operation }) => operation === 'ListContactReferences')

describe('the references of a contact', () => {
  it('are of all types; those that a task cannot have come by their name alone', async () => {
    const response = await read()
    const text = await response.clone().text()
    const found = await referencesOf(response)

    expect(ofEachType.map(({ type }) => type).toSorted()).toEqual(Object.keys(referenceSummaries).toSorted())
    expect(found.toSorted(byName)).toEqual(
      [
        ...ofEachType.slice(0, 3),
        { name: 'Due', type: 'DATE', value: '2026-10-01T12:00:00.000Z' },
        ...ofEachType.slice(4, 5),
        ...ofEachType.slice(5).map(({ name, type }) => ({ name, type })),
      ].toSorted(byName),
    )
    expect(text).not.toContain('marked')
    expect(proxy.logged()).not.toMatch(/marked|Ärger|a@b.example/)
  })

  it('list a file without a name, and no value without one', async () => {
    connect.setReferences(call.contactId, [
      { name: '', type: 'ATTACHMENT', arn: 'arn:1', status: 'APPROVED' },
      { name: '', type: 'STRING', value: 'x' },
    ])

    expect(await referencesOf(await read())).toEqual([{ name: '', type: 'ATTACHMENT' }])
  })

  it('take two calls of Connect, of six types at most', async () => {
    await read()

    expect(asked()).toHaveLength(2)
  })

  it('are asked of Connect once by an agent who looks again', async () => {
    await read()
    await read()

    expect(asked()).toHaveLength(2)
  })

  it('are none where the contact has none', async () => {
    connect.setReferences(call.contactId, [])

    expect(await referencesOf(await read())).toEqual([])
  })

  it('keep a DATE that Connect has written in another way', async () => {
    connect.setReferences(call.contactId, [{ name: 'Due', type: 'DATE', value: 'tomorrow' }])

    expect(await referencesOf(await read())).toEqual([{ name: 'Due', type: 'DATE', value: 'tomorrow' }])
  })

  it.each([
    ['another agent has', bensCall.contactId],
    ['does not exist', '11111111-0000-4000-8000-00000000000f'],
    ['is no contact', '..%2f..'],
  ])('are refused for a contact that %s, and not asked of Connect', async (_, contactId) => {
    expect((await problemOf(await read(contactId))).code).toBe('not-your-contact')
    expect(asked()).toEqual([])
  })

  it.each<[string, ReferencesRule, readonly string[]]>([
    ['hides one', { byName: { Case: { type: 'STRING', isHidden: true } } }, ['Case']],
    ['hides all', { isHidden: true }, ofEachType.map(({ name }) => name)],
  ])('are left out where the policy %s', async (_, references, hidden) => {
    proxy = newProxy({ policyFile: { policies: [{ name: 'All', fields: { references } }] } })

    const names = (await referencesOf(await read())).map(({ name }) => name)
    expect(names.toSorted()).toEqual(
      ofEachType
        .map(({ name }) => name)
        .filter((name) => !hidden.includes(name))
        .toSorted(),
    )
  })

  it('cannot be read with an IAM policy from before, and the log names the action', async () => {
    const denied = { kind: 'error', status: 403, type: 'AccessDeniedException' } as const
    connect.failNext('ListContactReferences', denied, 2)

    expect((await problemOf(await read())).code).toBe('connect-denied')
    expect(proxy.logged()).toContain('Allow the IAM action connect:ListContactReferences')
  })
})
