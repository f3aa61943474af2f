import type { FieldErrors } from 'react-hook-form'
import type { MessageDraft } from '../../../core/message/message-parts.ts'
import type { LateMessages } from '../../../i18n/messages/late-messages.ts'
import type { TextMessageWords } from '../../../i18n/messages/text-message-messages.ts'
import type { ComplaintAt } from '../../form-model/errors/complaint.ts'
import { contactUndecided } from '../../form-model/errors/form-path.ts'
import { isFoundByName, listMessage } from '../../form-model/errors/list-errors.ts'
import { valueName } from '../fields/value-name.ts'
import type { MessagePath } from './message-path.ts'

export type MessageComplaint = ComplaintAt<MessagePath>

interface Words {
  readonly words: TextMessageWords
  readonly late: LateMessages
}

interface Placed {
  readonly path: MessagePath
  readonly message: string | undefined
  readonly label: (words: Words) => string
}

type Rows = Pick<MessageDraft, 'templateValues' | 'attributes'>

const valueErrors = (errors: FieldErrors<MessageDraft>, { templateValues }: Rows): readonly Placed[] =>
  templateValues.map(({ name }, row) => ({
    path: `templateValues.${row}.value`,
    message: errors.templateValues?.[row]?.value?.message,
    label: () => valueName(name),
  }))

const attributeErrors = (errors: FieldErrors<MessageDraft>, { attributes }: Rows): readonly Placed[] => [
  ...attributes.flatMap(({ key }, row): readonly Placed[] => [
    {
      path: `attributes.${row}.key`,
      message: errors.attributes?.[row]?.key?.message,
      label: ({ late }) => late.errors.attributeField(row + 1, late.attributes.key),
    },
    {
      path: `attributes.${row}.value`,
      message: errors.attributes?.[row]?.value?.message,
      label: ({ late }) =>
        isFoundByName(
          key,
          attributes.map((each) => each.key),
        )
          ? late.errors.attributeNamed(key)
          : late.errors.attributeField(row + 1, late.attributes.value),
    },
  ]),
  {
    path: 'attributes',
    message: listMessage(errors.attributes),
    label: ({ words }) => words.labels.attributes,
  },
]

/** The errors of each control, in the order of the form. The draft gives the number of rows. */
const places = (errors: FieldErrors<MessageDraft>, draft: Rows): readonly Placed[] => [
  { path: 'channel', message: errors.channel?.message, label: ({ words }) => words.channel.legend },
  { path: 'to', message: errors.to?.message, label: ({ words }) => words.to.label },
  { path: 'templateId', message: errors.templateId?.message, label: ({ words }) => words.template.label },
  ...valueErrors(errors, draft),
  { path: 'text', message: errors.text?.message, label: ({ words }) => words.text.label },
  { path: 'from', message: errors.from?.message, label: ({ words }) => words.from.label },
  { path: 'flowId', message: errors.flowId?.message, label: ({ words }) => words.flow.label },
  {
    path: 'link',
    message: errors.link?.message,
    label: ({ words, late }) =>
      errors.link?.type === contactUndecided ? late.contactChoice.label : words.labels.link,
  },
  ...attributeErrors(errors, draft),
  {
    path: 'displayName',
    message: errors.displayName?.message,
    label: ({ words }) => words.more.displayName,
  },
  {
    path: 'duration.amount',
    message: errors.duration?.amount?.message,
    label: ({ words }) => words.more.duration,
  },
  { path: 'hasConsent', message: errors.hasConsent?.message, label: ({ words }) => words.consentShort },
]

/** The form's errors in the order of the form, each with the name of its field. */
export const listMessageErrors = (
  errors: FieldErrors<MessageDraft>,
  draft: Rows,
  words: Words,
): readonly MessageComplaint[] =>
  places(errors, draft).flatMap(({ path, message, label }) =>
    message === undefined ? [] : [{ path, message, label: label(words) }],
  )

/** The paths that have a complaint. */
export const complainedPlaces = (errors: FieldErrors<MessageDraft>, draft: Rows): readonly MessagePath[] =>
  places(errors, draft).flatMap(({ path, message }) => (message === undefined ? [] : [path]))
