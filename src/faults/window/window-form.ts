import type { AnyDraft } from '../../core/message/any-draft.ts'
import { frontOf } from '../../drafts/desk/desk.ts'
import { titleOf } from '../../drafts/desk/draft-title.ts'
import type { KeptDraft } from '../../drafts/desk/kept-draft.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'

/** The form of the draft in front, as React would show it. */
export interface WindowForm {
  readonly front: () => KeptDraft
  /** Puts the draft in front into the form, as React does after each change. */
  readonly render: () => void
  readonly content: () => AnyDraft | undefined
  readonly text: () => string
  readonly type: (content: AnyDraft) => void
  /** True if the draft was in front once. */
  readonly wasRendered: (draftId: string) => boolean
}

/** `onFront` is called each time a draft is rendered. */
export function createWindowForm(drafts: DraftsAtHand, onFront: (front: KeptDraft) => void): WindowForm {
  const rendered = new Set<string>()
  let form: { readonly key: string; content: AnyDraft; readonly detach: () => void } | undefined
  const front = () => frontOf(drafts.getSnapshot())

  function render(): void {
    const draft = front()
    rendered.add(draft.id)
    onFront(draft)
    // A text from another window gets a new form.
    const key = `${draft.id} ${draft.edition}`
    if (form?.key === key) return
    form?.detach()
    const attached = { key, content: draft.content, detach: () => {} }
    attached.detach = drafts.attach(draft.id, () => attached.content)
    form = attached
  }

  return {
    front,
    render,
    content: () => form?.content,
    text: () => (form ? titleOf(form.content) : ''),
    type: (content) => {
      if (form) form.content = content
      drafts.touch()
    },
    wasRendered: (draftId) => rendered.has(draftId),
  }
}
