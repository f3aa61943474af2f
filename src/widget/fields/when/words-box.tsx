import { useEffect, useId, useState, useSyncExternalStore, type RefObject } from 'react'
import { offeredTimes } from '../../../core/fields/schedule/offered-times.ts'
import { areWordsUnclear, isTime } from '../../../core/fields/schedule/schedule-draft.ts'
import type { SpokenMoment } from '../../../core/fields/schedule/spoken-moment.ts'
import type { MomentReader } from '../../../i18n/moment-reader.ts'
import type { ChunkLoader } from '../../late/chunk-loader.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useSchedule, type ScheduleSetting } from './use-schedule.ts'
import type { SpokenWords } from './use-spoken-words.ts'

export interface WordsBoxProps {
  readonly setting: ScheduleSetting
  readonly loader: ChunkLoader<MomentReader>
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly spoken: SpokenWords
  /** The element that says the schedule, or why it cannot be. */
  readonly saidId: string
  /** Called when the agent presses Enter and the words were understood. */
  readonly onDone: () => void
}

/** A field for the start in the agent's own words, and how the panel understands them. */
export function WordsBox({ setting, loader, inputRef, spoken, saidId, onDone }: WordsBoxProps) {
  const words = useLateMessages().when
  const id = useId()
  const state = useSyncExternalStore(loader.subscribe, loader.getSnapshot)
  const read = state.status === 'loaded' ? state.chunk : undefined
  const { schedule, wordsError, error } = useSchedule()
  const understood = read && spoken.understoodBy(read)
  // The words say a time that cannot be.
  const isWrong = wordsError !== undefined || (understood !== undefined && error !== undefined)
  useEffect(() => {
    // Read the words that were typed before the reader was loaded. Words that were understood before keep their time.
    if (read && areWordsUnclear(schedule)) spoken.say(spoken.text, read)
    // Runs only when the reader has been loaded.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [read])
  return (
    <div className="tl-field">
      <label htmlFor={id}>{words.inWords}</label>
      <input
        id={id}
        ref={inputRef}
        name="schedule.words"
        type="text"
        dir="auto"
        autoComplete="off"
        aria-describedby={`${id}-understood ${saidId}`}
        aria-invalid={isWrong || undefined}
        value={spoken.text}
        onChange={(event) => spoken.say(event.currentTarget.value, read)}
        onKeyDown={({ key, ctrlKey, metaKey, currentTarget }) => {
          if (key !== 'Enter' || ctrlKey || metaKey || !understood) return
          if (schedule.when === 'later' && !isTime(schedule.time)) timeFieldBeside(currentTarget)?.focus()
          // If the time is refused, the focus stays, so that the agent can correct the words.
          else if (error === undefined) onDone()
        }}
      />
      <div id={`${id}-understood`} className="tl-understanding" role="status">
        {state.status === 'failed' ? (
          <LoadFailure onRetry={loader.retry} />
        ) : (
          read && (
            <Understanding
              setting={setting}
              text={spoken.text}
              understood={understood}
              isRefused={wordsError !== undefined}
              onForget={() => {
                spoken.forget()
                inputRef.current?.focus()
              }}
            />
          )
        )}
      </div>
    </div>
  )
}

const timeFieldBeside = (box: Element) =>
  box.closest('.tl-picker')?.querySelector<HTMLElement>('[name="schedule.time"]')

function LoadFailure({ onRetry }: { readonly onRetry: () => void }) {
  const { messages } = usePanelSetting()
  return (
    <p>
      <span>{`${messages.panel.partMissing} `}</span>
      <button type="button" onClick={onRetry}>
        {messages.panel.retry}
      </button>
    </p>
  )
}

interface UnderstandingProps {
  readonly setting: ScheduleSetting
  readonly text: string
  readonly understood: SpokenMoment | undefined
  /** The agent has pressed the button, and the rules refused these words. */
  readonly isRefused: boolean
  readonly onForget: () => void
}

function Understanding({ setting, text, understood, isRefused, onForget }: UnderstandingProps) {
  const { zone } = usePanelSetting()
  const words = useLateMessages().when
  const { schedule } = useSchedule()
  const label = useShortMoment()
  const isStill = useIsStill(text)
  if (text.trim() === '' || (!understood && !isStill && !isRefused)) {
    return <p className="tl-hint">{words.inWordsExample}</p>
  }
  if (!understood) return <p className="tl-error">{words.notUnderstood}</p>
  // For a day outside the window the line above says why.
  const isTimeMissing =
    schedule.when === 'later' &&
    !isTime(schedule.time) &&
    offeredTimes(schedule.date, setting, zone).length > 0
  return (
    <p className="tl-inline">
      <button type="button" className="tl-understood" aria-label={words.forget(label)} onClick={onForget}>
        <span>{label}</span>
        <span aria-hidden="true">✕</span>
      </button>
      {understood.kind === 'moment' && understood.isAfternoonTaken && (
        <span className="tl-hint">{words.afternoonTaken}</span>
      )}
      {isTimeMissing && <span className="tl-hint">{words.timeStillMissing}</span>}
    </p>
  )
}

/** The schedule in few words. `WhenTruth` says the full date and time. */
function useShortMoment(): string {
  const formats = useFormats()
  const words = useLateMessages().when
  const { schedule, day } = useSchedule()
  if (schedule.when === 'now') return words.now
  return isTime(schedule.time) ? words.dayAt(day, formats.time(schedule.time)) : day
}

const stillAfterMs = 700

/** True if the agent has not typed for 700 ms. Before that, the panel does not say that it does not understand the words. */
function useIsStill(text: string): boolean {
  const [still, setStill] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setStill(text), stillAfterMs)
    return () => clearTimeout(timer)
  }, [text])
  return still === text
}
