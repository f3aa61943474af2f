import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Contact } from '../../../core/contact/contact.ts'
import { customerZone } from '../../../core/fields/attributes/customer-zone.ts'
import { useInheritance } from '../../contact/use-inheritance.ts'
import { usableZone } from '../../setting/usable-zone.ts'
import type { CustomerClockProps } from './customer-clock.tsx'

interface ChosenZone {
  readonly zone: string | undefined
}

/** The customer's time zone: the agent's choice, or else the zone in an attribute of the contact. */
export function useCustomerZone(contact: Contact | undefined): CustomerClockProps {
  const { attributes } = useInheritance(contact)
  const queries = useQueryClient()
  // Kept in the query cache, because each draft has a new form but the choice belongs to the customer. It is removed when the
  // agent signs out.
  const key = ['customer zone', contact?.contactId]
  const { data: chosen } = useQuery<ChosenZone>({ queryKey: key, queryFn: skipToken, gcTime: Infinity })
  return {
    zone: chosen ? chosen.zone : customerZone(attributes, (zone) => usableZone(zone) === zone),
    onChoose: (zone) => queries.setQueryData<ChosenZone>(key, { zone }),
  }
}
