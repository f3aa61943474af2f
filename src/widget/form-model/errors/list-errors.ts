import type { FieldErrors } from 'react-hook-form'
import { fieldNames } from '../../../core/task/field-names.ts'
import { isBlank } from '../../../core/text/text.ts'
import type { TaskDraft } from '../../../core/task/task-parts.ts'
import type { FormWords } from './form-words.ts'
import { templateIdOf } from '../rules/draft-rules.ts'
import type { ComplaintAt } from './complaint.ts'
import { isOfTemplate } from './template-complaints.ts'
import { contactUndecided, isListPath, listOf, type FormPath } from './form-path.ts'

export type Complaint = ComplaintAt<FormPath>

interface ListErrors {
  readonly message?: string
  readonly root?: { readonly message?: string }
}

/** The complaint about a whole list. Our rules put it at `root`, a refusal of the proxy puts it on the list itself. */
export const listMessage = (errors: ListErrors | undefined): string | undefined =>
  errors?.root?.message ?? errors?.message

type Rows = Pick<TaskDraft, 'references' | 'attachments' | 'attributes' | 'destination'>

/** A complaint before it is put into words. */
interface PlacedError extends Pick<Complaint, 'path' | 'message'> {
  readonly label: (words: FormWords) => string
}

type Errors = FieldErrors<TaskDraft>

const placed = (
  path: FormPath,
  message: string | undefined,
  label: PlacedError['label'],
): readonly PlacedError[] => (message === undefined ? [] : [{ path, message, label }])

/**
 * A complaint names a row by the name that the agent gave. If it has no name, or two rows have the same, it gives the row's
 * number.
 */
export const isFoundByName = (name: string, names: readonly string[]): boolean =>
  !isBlank(name) && names.filter((each) => each === name).length === 1

const referenceRowErrors = ({ references: errors }: Errors, { references, destination }: Rows) => {
  // In the form of a template each value stands below its name.
  const isForm = templateIdOf({ destination }) !== undefined
  const names = references.map(({ name }) => name)
  return references.flatMap(({ name }, index) => [
    ...placed(`references.${index}.name`, errors?.[index]?.name?.message, ({ late }) =>
      late.errors.referenceField(index + 1, late.references.name),
    ),
    ...placed(`references.${index}.value`, errors?.[index]?.value?.message, ({ late }) => {
      if (isForm) return name
      return isFoundByName(name, names)
        ? late.errors.referenceNamed(name)
        : late.errors.referenceField(index + 1, late.references.value)
    }),
  ])
}

const fileErrors = ({ attachments: errors }: Errors, { attachments }: Rows) =>
  attachments.flatMap(({ name }, index) =>
    placed(`attachments.${index}.name`, errors?.[index]?.name?.message, () => name),
  )

const attributeRowErrors = ({ attributes: errors }: Errors, { attributes }: Rows) => {
  const keys = attributes.map(({ key }) => key)
  return attributes.flatMap(({ key }, index) => [
    ...placed(`attributes.${index}.key`, errors?.[index]?.key?.message, ({ late }) =>
      late.errors.attributeField(index + 1, late.attributes.key),
    ),
    ...placed(`attributes.${index}.value`, errors?.[index]?.value?.message, ({ late }) =>
      isFoundByName(key, keys)
        ? late.errors.attributeNamed(key)
        : late.errors.attributeField(index + 1, late.attributes.value),
    ),
  ])
}

/** The errors of fields that have several controls, or a label of another kind. The draft gives the number of rows. */
const errorsByField = {
  destination: ({ destination }) =>
    placed('destination', destination?.message, ({ messages, late }) =>
      isOfTemplate(destination?.type) ? late.template.goesTo : messages.fields.destination,
    ),
  schedule: ({ schedule }) =>
    placed('schedule.time', schedule?.time?.message, ({ messages }) => messages.fields.when),
  expiry: ({ expiry }) => placed('expiry.amount', expiry?.amount?.message, ({ late }) => late.expiry.label),
  link: ({ link }) =>
    placed('link', link?.message, ({ messages, late }) =>
      link?.type === contactUndecided ? late.contactChoice.label : messages.sections.link,
    ),
  references: (errors, draft) => [
    ...referenceRowErrors(errors, draft),
    ...placed(
      'references.root',
      listMessage(errors.references),
      ({ messages }) => messages.sections.references,
    ),
  ],
  attachments: (errors, draft) => [
    ...fileErrors(errors, draft),
    ...placed('attachments.root', listMessage(errors.attachments), ({ late }) => late.files.list),
  ],
  attributes: (errors, draft) => [
    ...attributeRowErrors(errors, draft),
    ...placed(
      'attributes.root',
      listMessage(errors.attributes),
      ({ messages }) => messages.sections.attributes,
    ),
  ],
} satisfies Partial<Record<keyof TaskDraft, (errors: Errors, draft: Rows) => readonly PlacedError[]>>

const hasOwnErrors = (field: keyof TaskDraft): field is keyof typeof errorsByField =>
  Object.hasOwn(errorsByField, field)

/** In the order of the form. */
const placedErrors = (errors: Errors, draft: Rows): readonly PlacedError[] =>
  fieldNames.flatMap((field) =>
    hasOwnErrors(field)
      ? errorsByField[field](errors, draft)
      : placed(field, errors[field]?.message, ({ messages }) => messages.fields[field]),
  )

/** The form's errors in the order of the form, each with the name of its field. */
export const listErrors = (
  errors: FieldErrors<TaskDraft>,
  draft: Rows,
  words: FormWords,
): readonly Complaint[] =>
  placedErrors(errors, draft).map(({ path, message, label }) => ({ path, message, label: label(words) }))

/** The path for react-hook-form's `setError` and `trigger`: the list itself, because they do not take its `root`. */
export const placeOf = (path: FormPath) => (isListPath(path) ? listOf(path) : path)

/** The paths that have a complaint. */
export const complainedPaths = (errors: FieldErrors<TaskDraft>, draft: Rows) =>
  placedErrors(errors, draft).map(({ path }) => placeOf(path))
