import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ana } from '../../simulators/instance/instance.ts'
import {
  bensCall,
  issuesOf,
  londonCall,
  londonNumber,
  messageBody,
  seattleNumber,
  startMessageScene,
} from '../harness/message-scene.ts'
import { contact, problemOf } from '../harness/proxy-scene.ts'

const scene = await startMessageScene()
const { connect, bensToken, send, startProxy, sentToConnect } = scene

beforeEach(scene.reset)
afterAll(scene.close)

describe('the recipient', () => {
  const toSeattle = { to: seattleNumber }

  it('is the linked contact’s own number as Connect has it, by default', async () => {
    expect(await issuesOf(await send(toSeattle))).toEqual([
      422,
      'recipient-refused',
      'not-created',
      'to recipient-not-customer',
    ])
    expect(sentToConnect()).toEqual([])
  })

  it('needs a linked contact by default', async () => {
    expect(await issuesOf(await send({ link: undefined }))).toEqual([
      422,
      'recipient-refused',
      'not-created',
      'to recipient-unknown',
      'link field-required',
    ])
  })

  it('is read again when the message is sent, because the number of a contact can change', async () => {
    await scene.options(londonCall.contactId)
    const customerEndpoint = { type: 'TELEPHONE_NUMBER', address: seattleNumber } as const
    connect.setContacts(ana.userId, [{ ...londonCall, customerEndpoint }])

    expect((await problemOf(await send())).code).toBe('recipient-refused')
    expect((await send(toSeattle)).status).toBe(201)
  })

  it.each([
    ['hides theirs', { type: 'TELEPHONE_NUMBER', address: 'anonymous' }],
    ['has an address of another kind', { type: 'VOIP', address: londonNumber }],
    ['has none that Connect knows', undefined],
  ] as const)('is unknown if the customer %s', async (_, customerEndpoint) => {
    const contactId = '11111111-0000-4000-8000-000000000013'
    connect.setContacts(ana.userId, [contact(contactId, customerEndpoint ? { customerEndpoint } : {})])

    const response = await send({ link: { type: 'related', contactId } })
    expect(await issuesOf(response)).toEqual([
      422,
      'recipient-refused',
      'not-created',
      'to recipient-unknown',
    ])
  })

  it.each([
    ['anyone', 'anyone', seattleNumber, 201],
    ['of an allowed country', { countries: ['US'] }, seattleNumber, 201],
    ['of another country', { countries: ['DE'] }, seattleNumber, 422],
    ['with an allowed prefix', { prefixes: ['+1206'] }, seattleNumber, 201],
    ['with another prefix', { prefixes: ['+1212'] }, seattleNumber, 422],
    ['of the contact, whatever the countries', { countries: ['DE'] }, londonNumber, 201],
    [
      'with a calling code of several countries, one of which is not allowed',
      { countries: ['US'] },
      '+15555550100',
      422,
    ],
  ] as const)('may be a number %s where the policy says so', async (_, recipients, to, status) => {
    startProxy({ recipients })

    expect((await send({ to, link: to === londonNumber ? messageBody().link : undefined })).status).toBe(
      status,
    )
  })

  it.each(['07700900142', '555-0100', '+0155', 'tel:+12065550142', '', '+12065550142;ext=5'])(
    'must be in E.164: not “%s”',
    async (to) => {
      startProxy({ recipients: 'anyone' })

      expect((await problemOf(await send({ to }))).code).toBe('invalid')
      expect(sentToConnect()).toEqual([])
    },
  )

  it.each([
    ['of another agent', bensCall.contactId],
    ['that does not exist', '11111111-0000-4000-8000-00000000ffff'],
  ])('is not found by a contact %s', async (_, contactId) => {
    const response = await send({ link: { type: 'related', contactId } })

    expect(await issuesOf(response)).toEqual([403, 'not-your-contact', 'not-created'])
    expect(await issuesOf(await scene.options(contactId))).toEqual([403, 'not-your-contact', 'not-created'])
    expect(sentToConnect()).toEqual([])
  })

  it('is not found by a foreign contact even where anyone may be', async () => {
    startProxy({ recipients: 'anyone' })

    expect(
      (await problemOf(await send({ link: { type: 'related', contactId: bensCall.contactId } }))).code,
    ).toBe('not-your-contact')
    expect((await send({}, bensToken)).status).toBe(403)
  })
})
