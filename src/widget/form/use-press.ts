import { useLayoutEffect, useRef, useState, type FormEvent } from 'react'
import type { TaskSubmission } from '../../client/create-task.ts'
import type { TaskRequest } from '../../core/task-parts.ts'
import type { DraftForm } from '../form-model/draft-form.ts'

interface Press {
  readonly send: (event: FormEvent) => void
  /** The last press sent nothing, because the CCP belongs to another agent. */
  readonly isRefused: boolean
}

/** Sends the draft when the agent presses the button. */
export function usePress(form: DraftForm, submission: TaskSubmission, isBlocked: boolean): Press {
  const [isRefused, setRefused] = useState(false)
  // The note is about one press.
  if (isRefused && !isBlocked) setRefused(false)
  // A press may wait for the rules, and the CCP may turn to another agent meanwhile.
  const isBlockedNow = useRef(isBlocked)
  useLayoutEffect(() => {
    isBlockedNow.current = isBlocked
  }, [isBlocked])
  const sendUnlessBlocked = async (request: TaskRequest) => {
    if (isBlockedNow.current) setRefused(true)
    else await submission.submit(request)
  }
  return {
    send: (event) => {
      if (isBlocked) setRefused(true)
      else void form.handleSubmit(sendUnlessBlocked)(event)
    },
    isRefused,
  }
}
