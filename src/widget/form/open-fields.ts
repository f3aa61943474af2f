import type { ComponentType } from 'react'
import { DescriptionField } from '../fields/description-field.tsx'
import { DestinationField } from '../fields/destination/destination-field.tsx'
import { NameField } from '../fields/name-field.tsx'
import type { OpenField } from '../form-model/form-fields.ts'

/** The fields that are always open, in the order of the form: one line each. */
export const openFields: Readonly<Record<OpenField, ComponentType>> = {
  name: NameField,
  description: DescriptionField,
  destination: DestinationField,
}
