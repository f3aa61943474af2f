import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type ReactNode,
  type RefCallback,
  type RefObject,
} from 'react'
import { isUnderWay } from '../../client/attempts/submission-state.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { useLeaveTo } from '../controls/focus/use-leave-to.ts'
import { takeFocus } from '../controls/focus/take-focus.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { ChangeTime } from './change-time.tsx'
import { CommandNews } from './command-news.tsx'
import type { OwnTask } from './own-task.ts'
import { StopQuestion } from './stop-question.tsx'
import { hasEnded } from './task-commands.ts'
import type { TaskHandle } from './use-task-commands.ts'

export interface TaskActionsProps {
  readonly task: OwnTask
  readonly contact: Contact | undefined
  readonly handle: TaskHandle
  /** The panel no longer has the text of the task, so a stop cannot be undone and the panel asks first. */
  readonly isTextGone: boolean
  /** The name of the task, which the buttons in a list add to their accessible name. */
  readonly label?: string
  /** Gets the focus when the stop button disappears. */
  readonly placeRef: RefObject<HTMLElement | null>
  /** More buttons for the task. */
  readonly children?: ReactNode
}

/** The buttons for an own task of the agent, and the news about them. */
export function TaskActions(props: TaskActionsProps) {
  const { task, contact, handle, isTextGone, label, placeRef, children } = props
  const [open, setOpen] = useState<'question' | 'picker'>()
  const undoRef = useRef<HTMLButtonElement>(null)
  const changeRef = useRef<HTMLButtonElement>(null)
  const { commands, stopping, changing } = handle
  const { contactId, canStop, canReschedule } = task
  const isStopping = isUnderWay(stopping)
  const isChanged = changing.status === 'done'
  const isPicking = open === 'picker' && canReschedule
  const leave = (back: typeof undoRef) => {
    setOpen(undefined)
    back.current?.focus()
  }
  const leaveTo = useLeaveTo(placeRef)
  const undoButton = useCallback(
    (button: HTMLButtonElement | null) => {
      undoRef.current = button
      return leaveTo(button)
    },
    [leaveTo],
  )
  useEffect(() => {
    if (!isChanged || open !== 'picker') return
    setOpen(undefined)
    takeFocus(changeRef.current)
    // Runs only when the answer comes: it closes the picker.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isChanged])

  const isPickerGone = open === 'picker' && !canReschedule
  useEffect(() => {
    if (!isPickerGone) return
    setOpen(undefined)
    takeFocus(undoRef.current ?? placeRef.current)
  }, [isPickerGone, placeRef])

  const stop = () => {
    commands.stop.dismiss()
    void commands.stop.submit({ contactId })
  }
  const pick = () => {
    if (isChanged) commands.change.dismiss()
    setOpen(isPicking ? undefined : 'picker')
  }
  const pressUndo = () => {
    if (isStopping) return
    if (isTextGone) setOpen('question')
    else stop()
  }
  return (
    <>
      <ActionButtons
        {...{ task, label, isStopping, isChanged, isPicking, undoButton, changeRef }}
        onUndo={pressUndo}
        onPick={pick}
      >
        {children}
      </ActionButtons>
      {open === 'question' && canStop && (
        <StopQuestion
          onStop={() => {
            leave(undoRef)
            stop()
          }}
          onKeep={() => leave(undoRef)}
        />
      )}
      {isPicking && (
        <ChangeTime task={task} contact={contact} handle={handle} onClose={() => leave(changeRef)} />
      )}
      <ActionNews {...{ task, handle, isPicking, undoRef, changeRef, placeRef }} />
    </>
  )
}

interface ActionButtonsProps extends Pick<TaskActionsProps, 'task' | 'children'> {
  readonly label: string | undefined
  readonly isStopping: boolean
  readonly isChanged: boolean
  readonly isPicking: boolean
  readonly undoButton: RefCallback<HTMLButtonElement>
  readonly changeRef: RefObject<HTMLButtonElement | null>
  readonly onUndo: () => void
  readonly onPick: () => void
}

function ActionButtons(props: ActionButtonsProps) {
  const { task, label, isStopping, isChanged, isPicking, undoButton, changeRef, onUndo, onPick, children } =
    props
  const words = useLateMessages().tasks
  return (
    <div className="tl-task-actions">
      {task.canStop && (
        <button
          ref={undoButton}
          type="button"
          data-stop
          aria-label={label === undefined ? undefined : words.undoOf(label)}
          aria-disabled={isStopping || undefined}
          onClick={onUndo}
        >
          {isChanged ? words.undoTask : words.undo}
        </button>
      )}
      {task.canReschedule && (
        <button
          ref={changeRef}
          type="button"
          data-change-time
          aria-label={label === undefined ? undefined : words.changeTimeOf(label)}
          aria-expanded={isPicking}
          onClick={onPick}
        >
          {words.changeTime}
        </button>
      )}
      {children}
    </div>
  )
}

interface ActionNewsProps extends Pick<TaskActionsProps, 'task' | 'handle' | 'placeRef'> {
  readonly isPicking: boolean
  readonly undoRef: RefObject<HTMLButtonElement | null>
  readonly changeRef: RefObject<HTMLButtonElement | null>
}

/** The news about the last changes of the task. */
function ActionNews({ task, handle, isPicking, undoRef, changeRef, placeRef }: ActionNewsProps) {
  const words = useLateMessages().tasks
  const { commands, stopping, changing } = handle
  const isOver = hasEnded(stopping) || stopping.status === 'done'
  return (
    <div role="status" className="tl-command-news">
      {!hasEnded(stopping) && (
        <CommandNews
          state={stopping}
          submission={commands.stop}
          words={{ underWay: words.stopping, notDone: words.notStopped, unknown: words.mayBeStopped }}
          nextRef={undoRef}
          placeRef={placeRef}
        />
      )}
      <CommandNews
        state={changing}
        submission={commands.change}
        words={{ underWay: words.changing, notDone: words.notChanged, unknown: words.mayBeChanged }}
        isUnderWayShown={isPicking}
        nextRef={changeRef}
        placeRef={placeRef}
      />
      {changing.status === 'done' && !isOver && <p className="tl-hint">{words.changed}</p>}
      {isOver && <Ended task={task} handle={handle} />}
    </div>
  )
}

/** Says how the task ended after the agent stopped it. */
function Ended({ task: { scheduledAt }, handle }: Pick<TaskActionsProps, 'task' | 'handle'>) {
  const words = useLateMessages().tasks
  const { stopping } = handle
  const { stoppedAt } = handle.news
  if (stopping.status !== 'done') return <p>{words.hadEndedMeans(stopping.status === 'unknown')}</p>
  const hadStarted = !scheduledAt || stoppedAt === undefined || scheduledAt.getTime() <= stoppedAt
  return <p>{words.stoppedMeans(hadStarted)}</p>
}
