import type { TemplateField } from './task-template.ts'

/** Customized fields in a template (service quotas, "Customized fields per task template"). */
const customFieldsLimit = 50

const ofOneDamage: readonly TemplateField[] = [
  { name: 'Object', type: 'TEXT' },
  { name: 'Damage', type: 'TEXT_AREA', description: 'As the customer describes it' },
  { name: 'Value', type: 'NUMBER' },
  { name: 'Happened on', type: 'DATE_TIME' },
  { name: 'Photos', type: 'URL' },
  { name: 'Repairable', type: 'BOOLEAN' },
  { name: 'Cause', type: 'SINGLE_SELECT', options: ['Water', 'Fire', 'Storm', 'Theft', 'Other'] },
]

const ofTheClaim: readonly TemplateField[] = [
  { name: 'Policy number', type: 'TEXT', isRequired: true },
  { name: 'Reply to', type: 'EMAIL' },
  { name: 'Product line', type: 'TEXT', isReadOnly: true, default: 'Household' },
]

const damages = Array.from({ length: customFieldsLimit }, (_, index) => index + 1).flatMap((number) =>
  ofOneDamage.map((field) => Object.assign({}, field, { name: `${field.name} ${number}` })),
)

/** As many fields as Connect allows. */
export const claimFields: readonly TemplateField[] = [...ofTheClaim, ...damages].slice(0, customFieldsLimit)
