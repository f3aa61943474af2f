import type { KeptParts } from '../../core/existing-task/permissions.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import type { KeptDraft } from '../desk/kept-draft.ts'

/** The part of a draft that policy lets the browser store; undefined if that is nothing. */
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

const withoutValues = (draft: KeptDraft): KeptDraft => ({
  ...draft,
  content: { ...draft.content, attributes: draft.content.attributes.map(({ key }) => ({ key, value: '' })) },
})

/** Whether policy lets the browser store this request. Without its values it could not be sent again. */
export const isTextKept = ({ attributes }: TaskRequest, keeps: KeptParts): boolean =>
  keeps === 'everything' || (keeps === 'no-attribute-values' && attributes.length === 0)

/** The text of another window, with the values that this window has and the browser does not store. */
export function withOwnValues(draft: KeptDraft, own: KeptDraft): KeptDraft {
  const values = new Map(own.content.attributes.map(({ key, value }) => [key, value]))
  const attributes = draft.content.attributes.map(({ key, value }) => ({
    key,
    value: value === '' ? (values.get(key) ?? '') : value,
  }))
  return { ...draft, content: { ...draft.content, attributes } }
}
