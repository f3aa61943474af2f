import {
  ListPhoneNumbersV2Command,
  type ListPhoneNumbersV2CommandInput,
  paginateListPhoneNumbersV2,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { instanceArn, instanceId } from '../../instance/instance.ts'
import { instancePhoneNumbers, phoneNumberArn } from '../../instance/phone-numbers.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { largeSeed } from '../state/large-seed.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'

const connect = await startConnectSimulator()
const client = sdkClient(connect)

const list = (input: ListPhoneNumbersV2CommandInput = {}) =>
  client.send(new ListPhoneNumbersV2Command({ InstanceId: instanceId, ...input }))
const numbersOf = async (input: ListPhoneNumbersV2CommandInput) =>
  (await list(input)).ListPhoneNumbersSummaryList?.map(({ PhoneNumber }) => PhoneNumber)

beforeEach(() => connect.reset())

afterAll(async () => {
  client.destroy()
  await connect.close()
})

const { service, delivery, whatsApp, hotline, otherInstance } = instancePhoneNumbers
const ofThisInstance = [service, delivery, whatsApp, hotline].map(({ number }) => number)

describe('ListPhoneNumbersV2', () => {
  it('lists a number with its own ARN and the one that it was imported from', async () => {
    const { ListPhoneNumbersSummaryList = [] } = await list()

    expect(ListPhoneNumbersSummaryList[0]).toEqual({
      PhoneNumberId: service.phoneNumberId,
      PhoneNumberArn: phoneNumberArn(service),
      PhoneNumber: service.number,
      PhoneNumberCountryCode: 'US',
      PhoneNumberType: 'DID',
      PhoneNumberDescription: service.description,
      TargetArn: instanceArn,
      InstanceId: instanceId,
      SourcePhoneNumberArn: service.sourceArn,
    })
  })

  it('lists a number for calls without a source', async () => {
    const { ListPhoneNumbersSummaryList = [] } = await list({ PhoneNumberTypes: ['TOLL_FREE'] })

    expect(ListPhoneNumbersSummaryList).toHaveLength(1)
    expect(ListPhoneNumbersSummaryList[0]).not.toHaveProperty('SourcePhoneNumberArn')
  })

  it.each<[string, ListPhoneNumbersV2CommandInput, readonly string[]]>([
    ['the instance', {}, ofThisInstance],
    ['the instance as a target', { InstanceId: undefined, TargetArn: instanceArn }, ofThisInstance],
    [
      'all instances of the account if it names none',
      { InstanceId: undefined },
      [...ofThisInstance, otherInstance.number],
    ],
    ['a country', { PhoneNumberCountryCodes: ['GB'] }, [delivery.number]],
    ['a prefix', { PhoneNumberPrefix: '+1800' }, [hotline.number]],
  ])('lists the numbers of %s', async (_, input, expected) => {
    expect(await numbersOf(input)).toEqual(expected)
  })

  it('gives all numbers to the SDK’s paginator, past an empty page', async () => {
    const large = await startConnectSimulator({ seed: largeSeed })
    const largeClient = sdkClient(large)
    const sizes: (number | undefined)[] = []
    const pages = paginateListPhoneNumbersV2({ client: largeClient }, { InstanceId: instanceId })
    for await (const page of pages) sizes.push(page.ListPhoneNumbersSummaryList?.length)
    largeClient.destroy()
    await large.close()

    expect(sizes).toEqual([2, 0, 2])
  })

  it.each<[string, ListPhoneNumbersV2CommandInput, object]>([
    ['another instance', { InstanceId: 'unknown' }, { name: 'ResourceNotFoundException', status: 404 }],
    [
      'an instance and a target',
      { TargetArn: instanceArn },
      { name: 'InvalidParameterException', status: 400 },
    ],
    ['a page of 1,001', { MaxResults: 1_001 }, { name: 'InvalidParameterException', status: 400 }],
    ['a page of 0', { MaxResults: 0 }, { name: 'InvalidParameterException', status: 400 }],
    ['a token of no list', { NextToken: 'page-2' }, { name: 'InvalidParameterException', status: 400 }],
  ])('refuses %s', async (_, input, refusal) => {
    expect(await refusalOf(list(input))).toMatchObject(refusal)
  })
})
