import { useLayoutEffect, useRef, useState, type FormEvent, type RefObject } from 'react'
import type { TaskSubmission } from '../../client/commands/create-task.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import type { AskFirst } from '../outcome/use-repeat-question.ts'
import type { DraftForm } from '../form-model/draft/draft-form.ts'

interface Press {
  /** Leaves the field of the press, whose value is final only then. */
  readonly leaveField: () => void
  readonly send: (event: FormEvent) => void
  /** The last press sent nothing, because the CCP belongs to another agent. */
  readonly isRefused: boolean
  /** The control that had the focus when the task was sent. */
  readonly pressedFrom: RefObject<HTMLElement | null>
  /** Whether the agent must be asked before a request is sent. */
  readonly askFirst: RefObject<AskFirst | null>
}

export interface PressOptions {
  readonly form: DraftForm
  /** Absent until the code for it has been loaded. */
  readonly submission: TaskSubmission | undefined
  readonly isBlocked: boolean
  readonly buttonRef: RefObject<HTMLButtonElement | null>
}

/** Sends the draft when the agent presses the button. */
export function usePress({ form, submission, isBlocked, buttonRef }: PressOptions): Press {
  const [isRefused, setRefused] = useState(false)
  const pressedFrom = useRef<HTMLElement>(null)
  const askFirst = useRef<AskFirst>(null)
  // The note is about one press.
  if (isRefused && !isBlocked) setRefused(false)
  // A press may wait for the rules, which come with the submission, and the CCP may turn to another agent meanwhile.
  const latest = useRef({ isBlocked, submission })
  useLayoutEffect(() => {
    latest.current = { isBlocked, submission }
  }, [isBlocked, submission])
  const leaveField = () => {
    const button = buttonRef.current
    pressedFrom.current = button?.form?.querySelector<HTMLElement>(':focus') ?? null
    button?.focus()
  }
  const sendUnlessBlocked = async (request: TaskRequest) => {
    if (latest.current.isBlocked) {
      setRefused(true)
      return
    }
    // The agent may have gone on meanwhile. A field is disabled while the task is sent, and would lose the focus.
    if (buttonRef.current?.form?.querySelector('fieldset :focus')) leaveField()
    if (!askFirst.current?.(request)) await latest.current.submission?.submit(request)
  }
  return {
    leaveField,
    send: (event) => {
      if (isBlocked) {
        setRefused(true)
        return
      }
      // The news about the press before.
      submission?.dismiss()
      void form.handleSubmit(sendUnlessBlocked)(event)
    },
    isRefused,
    pressedFrom,
    askFirst,
  }
}
