import type { FieldErrors } from 'react-hook-form'
import type { TaskIssue } from '../../core/issues.ts'
import type { TaskDraft } from '../../core/task-parts.ts'
import type { FormWords } from './form-words.ts'
import { contactUndecided, isListPath, listOf, type FormPath } from './form-path.ts'

export interface Complaint {
  readonly path: FormPath
  /** The name of the field. */
  readonly label: string
  readonly message: string
}

interface ListErrors {
  readonly message?: string
  readonly root?: { readonly message?: string }
}

/** The complaint about a whole list: our rules put it at the root, the proxy's refusal on the list itself. */
export const listMessage = (errors: ListErrors | undefined): string | undefined =>
  errors?.root?.message ?? errors?.message

/** The organisation asks for this value, so the complaint names it by its key and not by its row. */
const isAskedFor = (error: { readonly type?: string } | undefined) =>
  error?.type === ('field-required' satisfies TaskIssue['code'])

type Rows = Pick<TaskDraft, 'references' | 'attributes'>

/** A complaint before it is put into words. */
interface PlacedError extends Pick<Complaint, 'path' | 'message'> {
  readonly label: (words: FormWords) => string
}

/** The form's errors in the order of the form; the draft tells how many rows there are to look at. */
function placedErrors(errors: FieldErrors<TaskDraft>, draft: Rows): readonly PlacedError[] {
  const placed: PlacedError[] = []
  const add = (path: FormPath, message: string | undefined, label: PlacedError['label']) => {
    if (message !== undefined) placed.push({ path, message, label })
  }
  add('name', errors.name?.message, ({ messages }) => messages.fields.name)
  add('description', errors.description?.message, ({ messages }) => messages.fields.description)
  add('destination', errors.destination?.message, ({ messages }) => messages.fields.destination)
  add('schedule.time', errors.schedule?.time?.message, ({ messages }) => messages.sections.schedule)
  add('link', errors.link?.message, ({ messages, late }) =>
    errors.link?.type === contactUndecided ? late.contactChoice.label : messages.sections.link,
  )
  for (const [index, { name }] of draft.references.entries()) {
    const row = errors.references?.[index]
    add(`references.${index}.name`, row?.name?.message, ({ late }) =>
      late.errors.referenceField(index + 1, late.references.name),
    )
    add(`references.${index}.value`, row?.value?.message, ({ late }) =>
      isAskedFor(row?.value)
        ? late.errors.referenceNamed(name)
        : late.errors.referenceField(index + 1, late.references.value),
    )
  }
  add('references.root', listMessage(errors.references), ({ messages }) => messages.sections.references)
  for (const [index, { key }] of draft.attributes.entries()) {
    const row = errors.attributes?.[index]
    add(`attributes.${index}.key`, row?.key?.message, ({ late }) =>
      late.errors.attributeField(index + 1, late.attributes.key),
    )
    add(`attributes.${index}.value`, row?.value?.message, ({ late }) =>
      isAskedFor(row?.value)
        ? late.errors.attributeNamed(key)
        : late.errors.attributeField(index + 1, late.attributes.value),
    )
  }
  add('attributes.root', listMessage(errors.attributes), ({ messages }) => messages.sections.attributes)
  return placed
}

/** The form's errors in the order of the form, each with the name of its field. */
export const listErrors = (
  errors: FieldErrors<TaskDraft>,
  draft: Rows,
  words: FormWords,
): readonly Complaint[] =>
  placedErrors(errors, draft).map(({ path, message, label }) => ({ path, message, label: label(words) }))

/** Where react-hook-form lets a complaint be set or judged: a list only as a whole, not at its root. */
export const placeOf = (path: FormPath) => (isListPath(path) ? listOf(path) : path)

/** The places that have a complaint. */
export const complainedPaths = (errors: FieldErrors<TaskDraft>, draft: Rows) =>
  placedErrors(errors, draft).map(({ path }) => placeOf(path))
