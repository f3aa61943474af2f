import { instanceArn } from '../../instance/instance.ts'
import { type InstancePhoneNumber, phoneNumberArn } from '../../instance/phone-numbers.ts'
import { defaultRate, operation } from '../operation.ts'
import { requireThisInstance } from '../state/instance-state.ts'
import { cutPage } from '../wire/paging.ts'
import { invalidParameter } from '../wire/service-error.ts'
import {
  asText,
  type Members,
  optionalInteger,
  optionalList,
  optionalText,
  parseMembers,
} from '../wire/wire-members.ts'

export const listPhoneNumbersV2 = operation({
  name: 'ListPhoneNumbersV2',
  method: 'POST',
  path: '/phone-number/list',
  rate: defaultRate,
  answer: ({ body }, state) => {
    const request = parseMembers(body)
    const { items, nextToken } = cutPage(state.phoneNumbers.filter(wanted(request)), {
      operation: 'ListPhoneNumbersV2',
      token: optionalText(request, 'NextToken', { min: 1, max: 2_500 }),
      maxResults: optionalInteger(request, 'MaxResults', { min: 1, max: 1_000 }) ?? 100,
      now: state.now(),
      hasShortPages: state.hasShortPages,
    })
    return { ListPhoneNumbersSummaryList: items.map(summary), NextToken: nextToken }
  },
})

/** Connect API: without TargetArn and InstanceId, the numbers of all instances of the account. */
function wanted(request: Members) {
  const [targetArn, instanceId] = [optionalText(request, 'TargetArn'), optionalText(request, 'InstanceId')]
  if (targetArn !== undefined && instanceId !== undefined) {
    throw invalidParameter('Specify TargetArn or InstanceId, not both.')
  }
  const target = targetArn ?? instanceId
  if (target !== undefined) requireThisInstance(target)
  const countries = texts(request, 'PhoneNumberCountryCodes')
  const types = texts(request, 'PhoneNumberTypes')
  const prefix = optionalText(request, 'PhoneNumberPrefix') ?? ''
  return (number: InstancePhoneNumber) =>
    (target === undefined || number.instanceArn === instanceArn) &&
    (countries?.includes(number.countryCode) ?? true) &&
    (types?.includes(number.type) ?? true) &&
    number.number.startsWith(prefix)
}

const texts = (request: Members, name: string) =>
  optionalList(request, name)?.map((entry) => asText(entry, name))

function summary(number: InstancePhoneNumber) {
  return {
    PhoneNumberId: number.phoneNumberId,
    PhoneNumberArn: phoneNumberArn(number),
    PhoneNumber: number.number,
    PhoneNumberCountryCode: number.countryCode,
    PhoneNumberType: number.type,
    PhoneNumberDescription: number.description,
    TargetArn: number.instanceArn,
    InstanceId: number.instanceArn.slice(number.instanceArn.lastIndexOf('/') + 1),
    SourcePhoneNumberArn: number.sourceArn,
  }
}
