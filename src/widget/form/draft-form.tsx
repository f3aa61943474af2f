import { useLayoutEffect, useRef, useState } from 'react'
import { frontOf } from '../../drafts/desk/desk.ts'
import { createLeftSearch, LeftSearchContext } from '../fields/destination/left-search.ts'
import { Late } from '../late/late.tsx'
import type { Sending } from '../outcome/press/send-pressed.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import type { DraftFormProps } from './draft-form-props.ts'
import { TaskForm } from './task-form.tsx'

type PropsOfPanel = Omit<DraftFormProps, 'sending' | 'isAskedFor' | 'onAskedFor'> & Sending

/** The form of the draft in front of the agent: of a task or of a message. */
export function DraftForm({ submissions, isBlocked, ...others }: PropsOfPanel) {
  const { hostRules } = usePanelSetting()
  const [leftSearch] = useState(createLeftSearch)
  const sending = useRef({ submissions, isBlocked })
  useLayoutEffect(() => {
    sending.current = { submissions, isBlocked }
  }, [submissions, isBlocked])
  // If the page gives rules, the first form waits until the code for rules has been loaded. Later forms never wait.
  const [isFirstFormRuled] = useState(() => Object.keys(hostRules).length > 0)
  // The draft that “Create another task” has just made. Its first field gets the focus.
  const [askedForId, setAskedForId] = useState<string>()
  const { id, edition, kind } = frontOf(others.desk)
  // Another draft gets a new form, and so does a text from another window, so that nothing of the previous text is left.
  const formKey = `${id} ${edition}`
  const props = { ...others, sending, isAskedFor: askedForId === id, onAskedFor: setAskedForId }
  const form =
    kind === 'task' ? (
      <TaskForm key={formKey} {...props} />
    ) : (
      <Late key={formKey}>{({ MessageMode }) => <MessageMode {...props} />}</Late>
    )
  return (
    <LeftSearchContext value={leftSearch}>
      {isFirstFormRuled ? <Late>{() => form}</Late> : form}
    </LeftSearchContext>
  )
}
