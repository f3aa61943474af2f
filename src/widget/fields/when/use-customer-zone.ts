import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Contact } from '../../../core/contact/contact.ts'
import { customerZone } from '../../../core/fields/attributes/customer-zone.ts'
import { useInheritance } from '../../contact/use-inheritance.ts'
import { usableZone } from '../../setting/usable-zone.ts'
import type { CustomerClockProps } from './customer-clock.tsx'

interface ChosenZone {
  readonly zone: string | undefined
}

/** The zone that the agent chose, else the one that an attribute of the contact names. */
export function useCustomerZone(contact: Contact | undefined): CustomerClockProps {
  const { attributes } = useInheritance(contact)
  const queries = useQueryClient()
  // Each draft is a form of its own. The choice is about the customer, and is forgotten when the agent signs out.
  const key = ['customer zone', contact?.contactId]
  const { data: chosen } = useQuery<ChosenZone>({ queryKey: key, queryFn: skipToken, gcTime: Infinity })
  return {
    zone: chosen ? chosen.zone : customerZone(attributes, (zone) => usableZone(zone) === zone),
    onChoose: (zone) => queries.setQueryData<ChosenZone>(key, { zone }),
  }
}
