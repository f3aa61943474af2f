import type { KeptDraft } from './kept-draft.ts'

const familyOf = ({ id, branchedFrom = [] }: KeptDraft): readonly string[] => [id, ...branchedFrom]

/** The draft with this id. If the id differs from its own, it becomes a separate draft. */
export const branched = (draft: KeptDraft, id: string): KeptDraft =>
  id === draft.id ? draft : { ...draft, id, branchedFrom: familyOf(draft) }

interface OfDraft {
  readonly draftId: string
  readonly textId?: string | undefined
  readonly branchedFrom?: readonly string[] | undefined
}

/** Whether the attempt was made from this draft or from another version of it. Both versions may have the same text. */
export const isOfFamily = ({ draftId, textId = draftId, branchedFrom = [] }: OfDraft, draft: KeptDraft) => {
  const family = familyOf(draft)
  return [draftId, textId, ...branchedFrom].some((id) => family.includes(id))
}
