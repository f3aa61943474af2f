import type { KeptParts } from '../../core/existing-task/permissions.ts'
import { isMessageRequest, type AnyRequest } from '../../core/message/any-draft.ts'
import type { MessageDraft } from '../../core/message/message-parts.ts'
import type { KeptDraft } from '../desk/kept-draft.ts'

/** The part of a draft that policy allows the browser to store; undefined if it allows nothing. */
export function keptPartOf(draft: KeptDraft, keeps: KeptParts): KeptDraft | undefined {
  switch (keeps) {
    case 'everything':
      return draft
    case 'nothing':
      return undefined
    case 'no-attribute-values': {
      const { earlier, ...rest } = withoutValues(draft)
      const isAskedFor = earlier && isTextKept(earlier.latest.request, keeps)
      return isAskedFor
        ? { ...rest, phase: 'asked', earlier }
        : { ...rest, phase: 'begun', earlier: undefined }
    }
  }
}

interface Row {
  readonly value: string
}

const emptied = <Each extends Row>(rows: readonly Each[]): readonly Each[] =>
  rows.map((row) => ({ ...row, value: '' }))

/** The values of a message template count as attribute values. */
const withoutValues = (draft: KeptDraft): KeptDraft =>
  withRows(draft, { attributes: emptied, templateValues: emptied })

/** Whether policy allows the browser to store this request whole. Without its values it could not be sent again. */
export const isTextKept = (request: AnyRequest, keeps: KeptParts): boolean =>
  keeps === 'everything' || (keeps === 'no-attribute-values' && !hasValues(request))

const hasValues = (request: AnyRequest): boolean =>
  request.attributes.length > 0 ||
  (isMessageRequest(request) && request.message.type === 'template' && request.message.values.length > 0)

/** The text of another window, completed with the values of this window that the browser does not store. */
export function withOwnValues(draft: KeptDraft, own: KeptDraft): KeptDraft {
  const templateValues = own.kind === 'message' ? own.content.templateValues : []
  return withRows(draft, {
    attributes: (rows) => filledFrom(rows, own.content.attributes, ({ key }) => key),
    templateValues: (rows) => filledFrom(rows, templateValues, ({ name }) => name),
  })
}

function filledFrom<Each extends Row>(
  rows: readonly Each[],
  own: readonly Each[],
  nameOf: (row: Each) => string,
): readonly Each[] {
  const values = new Map(own.map((row) => [nameOf(row), row.value]))
  return rows.map((row) => (row.value === '' ? { ...row, value: values.get(nameOf(row)) ?? '' } : row))
}

type Rows<Content, Name extends keyof Content> = (rows: Content[Name]) => Content[Name]

interface RowChanges {
  readonly attributes: Rows<KeptDraft['content'], 'attributes'>
  readonly templateValues: Rows<MessageDraft, 'templateValues'>
}

function withRows(draft: KeptDraft, { attributes, templateValues }: RowChanges): KeptDraft {
  if (draft.kind === 'task')
    return { ...draft, content: { ...draft.content, attributes: attributes(draft.content.attributes) } }
  const { content } = draft
  return {
    ...draft,
    content: {
      ...content,
      attributes: attributes(content.attributes),
      templateValues: templateValues(content.templateValues),
    },
  }
}
