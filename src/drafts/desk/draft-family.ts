import type { KeptDraft } from './kept-draft.ts'

const familyOf = ({ id, branchedFrom = [] }: KeptDraft): readonly string[] => [id, ...branchedFrom]

/** The draft with this id. With another id than it has, it becomes a draft of its own. */
export const branched = (draft: KeptDraft, id: string): KeptDraft =>
  id === draft.id ? draft : { ...draft, id, branchedFrom: familyOf(draft) }

interface OfDraft {
  readonly draftId: string
  readonly textId?: string | undefined
  readonly branchedFrom?: readonly string[] | undefined
}

/** Whether the attempt was made of this draft, or of one that was another version of the same. Its text may be the same. */
export const isOfFamily = ({ draftId, textId = draftId, branchedFrom = [] }: OfDraft, draft: KeptDraft) => {
  const family = familyOf(draft)
  return [draftId, textId, ...branchedFrom].some((id) => family.includes(id))
}
