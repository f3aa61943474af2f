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
  /** An empty draft under the present rules. Undefined until the rules are known. */
  readonly blank: Content | undefined
  readonly listen: (form: ChangingForm<Field>, changed: () => void) => () => void
}

/** Lets the desk read the form of the draft in front, and tells it when there is something to store. */
export function useFormOnDesk<Content extends AnyDraft, Field extends string>(
  { control, subscribe, getValues }: FormInFront<Content, Field>,
  { drafts, id, blank, listen }: Place<Content, Field>,
): void {
  // Before the desk reads the form, so that a form with the new empty draft does not count as begun.
  useLayoutEffect(() => {
    if (blank) drafts.renewBlank(blank)
  }, [drafts, blank])
  // A copy, because react-hook-form changes the rows that it has returned.
  useLayoutEffect(() => drafts.attach(id, () => structuredClone(getValues())), [drafts, id, getValues])
  // The desk reads the form once typing pauses.
  useEffect(() => listen({ control, subscribe }, drafts.touch), [listen, control, subscribe, drafts])
}

interface RuledForm<Content> {
  readonly getValues: () => Content
  readonly reset: (values: Content, kept: Partial<typeof keepAllButValues>) => void
}

interface NewRules<Content> {
  /** An empty draft under these rules. */
  readonly blank: Content
  /** The empty draft of the desk, which gets the new rules a rendering later. */
  readonly blankOfDesk: Content
  readonly isFrontBegun: boolean
  readonly isSame: (one: Content, other: Content) => boolean
  /** Applies the new rules to the typed draft. `before` is the empty draft under the previous rules. */
  readonly lay: (typed: Content, before: Content) => Content
}

/** Applies new rules to the form: a begun draft keeps its text under the new rules, any other becomes the new empty draft. */
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
    // A draft that was sent counts as begun, even if it has no more text than an empty one.
    const isBegunHere = isFrontBegun || !isSame(typed, before)
    const next = isBegunHere ? lay(typed, before) : blank
    if (!isSame(typed, next)) reset(next, isBegunHere ? keepAllButValues : {})
  }, [blank, blankOfDesk, isFrontBegun, isSame, lay, getValues, reset])
}
