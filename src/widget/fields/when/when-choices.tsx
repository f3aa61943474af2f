import { useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Contact } from '../../../core/contact/contact.ts'
import { scheduleChoices, type ScheduleChoice } from '../../../core/fields/schedule/schedule-choices.ts'
import {
  areWordsUnclear,
  sameSchedule,
  type ScheduleDraft,
} from '../../../core/fields/schedule/schedule-draft.ts'
import { fixedSchedule } from '../../../core/fields/schedule/schedule-rule.ts'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import { LockedHint } from '../../controls/field.tsx'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { chosenChip, type ChipName } from './chosen-chip.ts'
import { Occurrence } from './occurrence.tsx'
import { useChipLabel } from './use-chip-label.ts'
import { useCustomerZone } from './use-customer-zone.ts'
import { useSchedule, useScheduleSetting } from './use-schedule.ts'
import { useSpokenWords } from './use-spoken-words.ts'
import { WhenPicker } from './when-picker.tsx'
import { WhenTruth } from './when-truth.tsx'

export interface WhenChoicesProps {
  readonly contact: Contact | undefined
  /** For a task that is already scheduled: it can be moved, but it cannot start now. */
  readonly isLaterOnly?: boolean
}

const isTimeOpen = ({ when, date, time }: ScheduleDraft) => when === 'later' && date === '' && time === ''

interface RuleHintProps {
  readonly id: string
  readonly rule: 'now' | 'later'
}

/** Says what the organisation has decided about the time. */
function RuleHint({ id, rule }: RuleHintProps) {
  const words = useLateMessages().when
  if (rule === 'now') return <LockedHint id={id} />
  return (
    <p className="tl-hint" id={id}>
      {words.required}
    </p>
  )
}

/** The schedule while the picker is open and nothing is chosen in it. */
const toBePicked: ScheduleDraft = { ...emptyDraft.schedule, when: 'later' }

/** A row of chips with the usual times. The last chip opens the picker for any other time. */
export function WhenChoices({ contact, isLaterOnly = false }: WhenChoicesProps) {
  const { zone, locale, now } = usePanelSetting()
  const words = useLateMessages().when
  const setting = useScheduleSetting()
  const { schedule, instant, error, wordsError, choose, complain } = useSchedule()
  const spoken = useSpokenWords(setting.horizonDays)
  const customer = useCustomerZone(contact)
  const chipLabel = useChipLabel()
  const ruled = fixedSchedule(useFieldRules())
  const fixed = isLaterOnly ? 'later' : ruled
  // The picker is open from the start if a preset or a stored draft has "later" without a time, or if a scheduled task is
  // moved.
  const [isPicking, setPicking] = useState(isLaterOnly || (fixed === undefined && isTimeOpen(schedule)))
  const [pressed, setPressed] = useState<ScheduleChoice>()
  const groupRef = useRef<HTMLDivElement>(null)
  const wordsRef = useRef<HTMLInputElement>(null)
  const id = useId()

  // The start may pass while the draft is stored or while the agent writes.
  const isPast = instant !== undefined && instant <= setting.now
  useEffect(() => {
    if (isPast && !isLaterOnly) complain()
    // The function changes at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isPast])
  // The start may be too far ahead, in a stored draft or after the policy has been read.
  const isBeyond = instant !== undefined && instant > setting.latest
  useEffect(() => {
    const isTyping = groupRef.current?.closest('fieldset')?.matches(':focus-within')
    if (isBeyond && !isLaterOnly && !isTyping) complain()
    // The function changes at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isBeyond])

  const choicesAt = (time: Date) =>
    fixed === 'now' ? [] : scheduleChoices({ ...setting, now: time, zone, locale })
  const offered = choicesAt(setting.now)
  const chosen = chosenChip(schedule, { offered, pressed, isPicking, isRequired: fixed === 'later' })

  const press = (name: ChipName) => {
    const choice = choicesAt(now()).find((each) => each.name === name)
    setPicking(name === 'pick')
    if (name !== 'pick') {
      setPressed(choice)
      choose(choice?.schedule ?? emptyDraft.schedule)
    } else if (schedule.when === 'now') choose(toBePicked)
  }
  const openPicker = (isForWords: boolean) => {
    flushSync(() => press('pick'))
    if (isForWords) wordsRef.current?.focus()
    // In a low window the days would be below its edge.
    const time = groupRef.current?.closest('form')?.querySelector('[name="schedule.time"]')
    time?.scrollIntoView({ block: 'nearest' })
  }
  const leavePicker = () => {
    flushSync(() => {
      setPicking(false)
      // The agent opened the picker but chose nothing: the task starts now, as before.
      if (fixed !== 'later' && sameSchedule(schedule, toBePicked)) choose(emptyDraft.schedule)
    })
    if (areWordsUnclear(schedule)) complain()
    groupRef.current?.querySelector<HTMLElement>(':checked')?.focus()
  }
  const names: readonly ChipName[] = [
    ...(fixed === 'later' ? [] : (['now'] as const)),
    ...offered.map(({ name }) => name),
    ...(fixed === 'now' ? [] : (['pick'] as const)),
  ]
  return (
    <>
      <div
        ref={groupRef}
        className="tl-inline"
        role="radiogroup"
        aria-label={words.legend}
        aria-describedby={`${id}-truth${fixed && !isLaterOnly ? ` ${id}-locked` : ''}`}
        aria-invalid={error !== undefined || wordsError !== undefined || undefined}
        aria-required={fixed === 'later' || undefined}
      >
        {names.map((name) => (
          <label key={name} className="tl-chip tl-press">
            <input
              type="radio"
              name="schedule.when"
              value={name}
              checked={chosen === name}
              onChange={() => press(name)}
              // A mouse click (`detail` > 0) moves the focus to the words box. The arrow keys also click the chip, with
              // `detail` 0, and leave the focus on it.
              onClick={name === 'pick' ? ({ detail }) => openPicker(detail > 0) : undefined}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
                // Enter would submit the form.
                event.preventDefault()
                if (name === 'pick') openPicker(true)
              }}
            />
            <span>{chipLabel(name, offered)}</span>
          </label>
        ))}
      </div>
      {fixed && !isLaterOnly && <RuleHint id={`${id}-locked`} rule={fixed} />}
      <WhenTruth id={`${id}-truth`} setting={setting} customerZone={customer.zone} hasWordsBox={isPicking} />
      <Occurrence />
      {isPicking && (
        <WhenPicker
          setting={setting}
          saidId={`${id}-truth`}
          wordsRef={wordsRef}
          spoken={spoken}
          customer={customer}
          onLeave={leavePicker}
        />
      )}
    </>
  )
}
