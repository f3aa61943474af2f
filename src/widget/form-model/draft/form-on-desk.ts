import { useEffect, useLayoutEffect, useRef } from 'react'
import type { AnyDraft } from '../../../core/message/any-draft.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { keepAllButValues } from './draft-form.ts'
import type { ChangingForm } from './draft-changes.ts'

interface FormInFront<Content, Field extends string> extends ChangingForm<Field> {
  readonly getValues: () => Content
}

interface Place<Content, Field extends string> {
  readonly drafts: DraftsAtHand
  readonly id: string
  /** A new draft under the present rules. Undefined while these are not known. */
  readonly blank: Content | undefined
  readonly listen: (form: ChangingForm<Field>, changed: () => void) => () => void
}

/** Lets the desk read the form of the draft in front, and tells it when there is something to store. */
export function useFormOnDesk<Content extends AnyDraft, Field extends string>(
  { control, subscribe, getValues }: FormInFront<Content, Field>,
  { drafts, id, blank, listen }: Place<Content, Field>,
): void {
  // Before the desk reads the form: a new form that holds the new blank draft is not begun.
  useLayoutEffect(() => {
    if (blank) drafts.renewBlank(blank)
  }, [drafts, blank])
  // A copy: react-hook-form goes on writing into the rows it has given out.
  useLayoutEffect(() => drafts.attach(id, () => structuredClone(getValues())), [drafts, id, getValues])
  // The desk reads the form once typing pauses.
  useEffect(() => listen({ control, subscribe }, drafts.touch), [listen, control, subscribe, drafts])
}

interface RuledForm<Content> {
  readonly getValues: () => Content
  readonly reset: (values: Content, kept: Partial<typeof keepAllButValues>) => void
}

interface NewRules<Content> {
  /** A new draft under these rules. */
  readonly blank: Content
  /** The new draft of the desk, which follows. */
  readonly blankOfDesk: Content
  readonly isFrontBegun: boolean
  readonly isSame: (one: Content, other: Content) => boolean
  /** The typed draft under these rules; `before` is the new draft under the rules before them. */
  readonly lay: (typed: Content, before: Content) => Content
}

/** Rules that come while the agent types apply to the typed text; a draft that is not begun becomes the new blank draft. */
export function useNewRules<Content>(
  { getValues, reset }: RuledForm<Content>,
  { blank, blankOfDesk, isFrontBegun, isSame, lay }: NewRules<Content>,
): void {
  const blankBefore = useRef(blank)
  useEffect(() => {
    if (!isSame(blankOfDesk, blank)) return
    const typed = getValues()
    const before = blankBefore.current
    blankBefore.current = blank
    // A draft that was sent is begun, though it may hold no more than a new one.
    const isBegunHere = isFrontBegun || !isSame(typed, before)
    const next = isBegunHere ? lay(typed, before) : blank
    if (!isSame(typed, next)) reset(next, isBegunHere ? keepAllButValues : {})
  }, [blank, blankOfDesk, isFrontBegun, isSame, lay, getValues, reset])
}
