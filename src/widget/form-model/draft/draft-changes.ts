import { emptyDraft } from '../../../core/task/task-draft.ts'
import type { TaskDraft } from '../../../core/task/task-parts.ts'

interface AttributeChanges {
  /** A row calls this for each key that the agent types in it. */
  readonly typed: () => void
  readonly subscribe: (changed: () => void) => () => void
  readonly getSnapshot: () => number
}

/** A form with these fields and with rows of attributes. */
export interface ChangingForm<Field extends string = never> {
  readonly control: object
  readonly subscribe: (listener: {
    readonly name: readonly ('attributes' | Field)[]
    readonly exact?: true
    readonly formState: { readonly values: true }
    readonly callback: () => void
  }) => () => void
}

const changesByForm = new WeakMap<object, AttributeChanges>()

function listenToAttributes({ subscribe }: ChangingForm): AttributeChanges {
  let changes = 0
  const listeners = new Set<() => void>()
  const changed = () => {
    changes += 1
    for (const listener of listeners) listener()
  }
  let stopListening: (() => void) | undefined
  return {
    typed: changed,
    subscribe: (onChange) => {
      if (listeners.size === 0) {
        stopListening = subscribe({
          name: ['attributes'],
          exact: true,
          formState: { values: true },
          callback: changed,
        })
      }
      const listener = () => onChange()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stopListening?.()
      }
    },
    getSnapshot: () => changes,
  }
}

/**
 * Reports changes of the attributes of a form. We do not subscribe to each key: for that, react-hook-form would copy the whole
 * draft. We subscribe only to rows that are added, removed or replaced, and each row reports its own keys.
 */
export function attributeChanges(form: ChangingForm): AttributeChanges {
  const known = changesByForm.get(form.control)
  if (known) return known
  const changes = listenToAttributes(form)
  changesByForm.set(form.control, changes)
  return changes
}

/**
 * Calls back for every change in a form: a key, a choice, a row. Each key in one of the `copied` fields costs a copy of the
 * draft.
 */
export function onFormChange<Field extends string>(
  form: ChangingForm<Field>,
  copiedFields: readonly Field[],
  changed: () => void,
): () => void {
  const stopAttributes = attributeChanges(form).subscribe(changed)
  const stopOthers = form.subscribe({
    name: copiedFields,
    formState: { values: true },
    callback: changed,
  })
  return () => {
    stopAttributes()
    stopOthers()
  }
}

type CopiedField = Exclude<keyof TaskDraft, 'attributes'>

const isCopied = (name: string): name is CopiedField => name !== 'attributes'

/** The fields of a task for which a copy of the draft per key is acceptable: they are short. */
export const copiedFields = Object.keys(emptyDraft).filter((name) => isCopied(name))

/** Calls back for every change of a task: a key, a choice, a row, a preset. */
export const onDraftChange = (form: ChangingForm<CopiedField>, changed: () => void): (() => void) =>
  onFormChange(form, copiedFields, changed)
