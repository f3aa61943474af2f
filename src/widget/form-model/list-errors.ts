import type { FieldErrors } from 'react-hook-form'
import type { TaskIssue } from '../../core/issues.ts'
import type { TaskDraft } from '../../core/task-draft.ts'
import type { Messages } from '../../i18n/en.ts'
import { lateMessages } from '../../i18n/late-messages.ts'
import { contactUndecided, isListPath, listOf, type FormPath } from './form-path.ts'

export interface Complaint {
  readonly path: FormPath
  /** What the agent calls that place. */
  readonly label: string
  readonly message: string
}

interface ListErrors {
  readonly message?: string
  readonly root?: { readonly message?: string }
}

/** What is wrong with a list as a whole: at its root when our rules say so, on the list itself when the proxy does. */
export const listMessage = (errors: ListErrors | undefined): string | undefined =>
  errors?.root?.message ?? errors?.message

/** The organisation asks for it by a name, whichever row it is in. */
const isAskedFor = (error: { readonly type?: string } | undefined) =>
  error?.type === ('field-required' satisfies TaskIssue['code'])

/** The form's errors in the order of the form; the draft tells how many rows there are to look at. */
export function listErrors(
  errors: FieldErrors<TaskDraft>,
  draft: Pick<TaskDraft, 'references' | 'attributes'>,
  messages: Messages,
): Complaint[] {
  const late = lateMessages[messages.language]
  const complaints: Complaint[] = []
  const add = (path: FormPath, label: string, message: string | undefined) => {
    if (message !== undefined) complaints.push({ path, label, message })
  }
  add('name', messages.fields.name, errors.name?.message)
  add('description', messages.fields.description, errors.description?.message)
  add('destination', messages.fields.destination, errors.destination?.message)
  add('schedule.time', messages.sections.schedule, errors.schedule?.time?.message)
  const isContactUndecided = errors.link?.type === contactUndecided
  add(
    'link',
    isContactUndecided ? messages.contact.chooseLabel : messages.sections.link,
    errors.link?.message,
  )
  const { referenceField, attributeField, referenceNamed, attributeNamed } = late.errors
  for (const [index, { name }] of draft.references.entries()) {
    const row = errors.references?.[index]
    add(`references.${index}.name`, referenceField(index + 1, late.references.name), row?.name?.message)
    add(
      `references.${index}.value`,
      isAskedFor(row?.value) ? referenceNamed(name) : referenceField(index + 1, late.references.value),
      row?.value?.message,
    )
  }
  add('references.root', messages.sections.references, listMessage(errors.references))
  for (const [index, { key }] of draft.attributes.entries()) {
    const row = errors.attributes?.[index]
    add(`attributes.${index}.key`, attributeField(index + 1, late.attributes.key), row?.key?.message)
    add(
      `attributes.${index}.value`,
      isAskedFor(row?.value) ? attributeNamed(key) : attributeField(index + 1, late.attributes.value),
      row?.value?.message,
    )
  }
  add('attributes.root', messages.sections.attributes, listMessage(errors.attributes))
  return complaints
}

/** Where react-hook-form lets a complaint be set or judged: a list only as a whole, not at its root. */
export const placeOf = (path: FormPath) => (isListPath(path) ? listOf(path) : path)

/** The places that stand complained about. */
export const complainedPaths = (...found: Parameters<typeof listErrors>) =>
  listErrors(...found).map(({ path }) => placeOf(path))
