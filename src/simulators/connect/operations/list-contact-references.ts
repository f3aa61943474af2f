import { defaultRate, operation } from '../operation.ts'
import { type ContactReference, referenceSummaries } from '../state/contact-reference.ts'
import { referencesOf } from '../state/references-of.ts'
import { requireContact, requireThisInstance } from '../state/instance-state.ts'
import { invalidParameter } from '../wire/service-error.ts'

/** ListContactReferences, `ReferenceTypes`: "Maximum number of 6 items". */
const typesLimit = 6

export const listContactReferences = operation({
  name: 'ListContactReferences',
  method: 'GET',
  path: '/contact/references/{InstanceId}/{ContactId}',
  rate: defaultRate,
  answer: ({ labels, query }, state) => {
    requireThisInstance(labels.get('InstanceId'))
    const types = query.getAll('referenceTypes')
    if (types.length === 0 || types.length > typesLimit) {
      throw invalidParameter(`ReferenceTypes must have 1 to ${typesLimit} entries, not ${types.length}.`)
    }
    const unknown = types.find((type) => !Object.hasOwn(referenceSummaries, type))
    if (unknown !== undefined) throw invalidParameter(`ReferenceTypes has an unknown type: ${unknown}.`)
    const contact = requireContact(state, labels.get('ContactId') ?? '')
    const references = referencesOf(contact, state).filter(({ type }) => types.includes(type))
    return { ReferenceSummaryList: references.map(summary) }
  },
})

const summary = ({ name, type, value, arn, status }: ContactReference) => ({
  [referenceSummaries[type]]: { Name: name, Value: value, Arn: arn, Status: status },
})
