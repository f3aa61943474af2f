import { useCallback, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../core/task/task-parts.ts'
import { DestinationsFailure } from '../fields/destination/destinations-failure.tsx'
import { findControl } from '../controls/focus/focus-control.ts'
import { useComplaints } from '../form/use-complaints.ts'
import type { OpenSections } from '../form/use-open-sections.ts'
import { onDraftChange } from '../form-model/draft/draft-changes.ts'
import { sectionOf, type FormPath } from '../form-model/errors/form-path.ts'
import { useFormRules } from '../form-model/rules/form-rules.ts'
import { PressNotices, type PressNoticesProps } from './press-notices.tsx'
import type { ListenToDraft } from './question/use-repeat-question.ts'

export interface FootNoticesProps extends PressNoticesProps {
  readonly sections: OpenSections
  /** The list of contacts, if the complaint about the link leads there. */
  readonly chooserRef: RefObject<HTMLDivElement | null> | undefined
}

/**
 * The fields outside the sections that a rule can lock, by the place of their complaints. A locked time or expiry is not here: the
 * day, or the start, may be open.
 */
const plainField: Readonly<Partial<Record<FormPath, keyof TaskDraft>>> = {
  name: 'name',
  description: 'description',
  destination: 'destination',
}

/** The notices about a press of the button for a task. */
export function FootNotices({ sections, chooserRef, ...press }: FootNoticesProps) {
  const { access, fields } = useFormRules()
  const { control, subscribe } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const listen: ListenToDraft = useCallback(
    (changed) => onDraftChange({ control, subscribe }, changed),
    [control, subscribe],
  )
  const controlOf = (path: FormPath) => {
    if (path === 'link' && chooserRef) return chooserRef.current
    const section = sectionOf(path)
    // Open the section first: a field in a closed section cannot take the focus.
    if (section) flushSync(() => sections.toggle(section, true))
    const form = press.buttonRef.current?.form
    return form ? findControl(form, path) : null
  }
  const isUnseen = (path: FormPath) => {
    const section = sectionOf(path)
    return section !== undefined && access(section) !== 'hidden' && !sections.isOpen(section)
  }
  const isLocked = (path: FormPath) => {
    // A locked form leaves open who gets the task.
    if (path === 'destination' && fields.destination?.default?.type === 'template') return false
    const field = plainField[path]
    return field !== undefined && access(field) === 'locked'
  }
  return (
    <PressNotices
      {...press}
      complaints={useComplaints(press.state)}
      isUnseen={isUnseen}
      isLocked={isLocked}
      controlOf={controlOf}
      onDraftChange={listen}
    >
      <DestinationsFailure />
    </PressNotices>
  )
}
