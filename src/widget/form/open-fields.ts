import { DescriptionField } from '../fields/description-field.tsx'
import { DestinationField } from '../fields/destination/destination-field.tsx'
import { NameField } from '../fields/name-field.tsx'

/** The fields that are always open, in the order of the form: one line each. The others are sections. */
export const openFields = [
  { name: 'name', Control: NameField },
  { name: 'description', Control: DescriptionField },
  { name: 'destination', Control: DestinationField },
] as const
