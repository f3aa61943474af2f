import { attachmentsField } from '../fields/attachments/attachments.ts'
import { attributesField } from '../fields/attributes/attributes.ts'
import { descriptionField } from '../fields/description.ts'
import { destinationField } from '../fields/destination.ts'
import { expiryField } from '../fields/expiry/expiry.ts'
import { linkField } from '../fields/link.ts'
import { nameField } from '../fields/name.ts'
import { referencesField } from '../fields/references/references.ts'
import { scheduleField } from '../fields/schedule/schedule.ts'

/** Every field of a task: one line each. Issues come in the order of the form, which is the order of this table. */
export const fieldTable = {
  name: nameField,
  description: descriptionField,
  destination: destinationField,
  schedule: scheduleField,
  expiry: expiryField,
  link: linkField,
  references: referencesField,
  attachments: attachmentsField,
  attributes: attributesField,
}

export type FieldTable = typeof fieldTable
