import { useState } from 'react'
import type { Contact } from '../../../core/contact.ts'
import { customerZone } from '../../../core/fields/attributes/customer-zone.ts'
import { useInheritance } from '../../contact/use-inheritance.ts'
import { usableZone } from '../../usable-zone.ts'
import type { CustomerClockProps } from './customer-clock.tsx'

/** The zone that the agent chose, else the one that an attribute of the contact names. */
export function useCustomerZone(contact: Contact | undefined): CustomerClockProps {
  const { attributes } = useInheritance(contact)
  const [chosen, setChosen] = useState<{ readonly zone: string | undefined }>()
  return {
    zone: chosen ? chosen.zone : customerZone(attributes, (zone) => usableZone(zone) === zone),
    onChoose: (zone) => setChosen({ zone }),
  }
}
