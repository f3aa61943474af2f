import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { DraftKind } from '../../core/message/any-draft.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import { actionLabels } from './action-labels.ts'
import { actions, type ActionName } from './actions.ts'
import { chordsOf } from './chord.ts'
import { chordWords } from './chord-words.ts'
import type { KeySettingsStore } from './key-settings.ts'
import { Keycaps } from './keycaps.tsx'
import { refuseChord, type ChordRefusal } from './refuse-chord.ts'

export interface KeyRowProps {
  /** The kind of the draft in front. */
  readonly kind: DraftKind
  readonly name: ActionName
  readonly settings: KeySettingsStore
  /** The next pressed key becomes the key of the action. */
  readonly isChanging: boolean
  readonly onChanging: (isChanging: boolean) => void
  /** Called with a text that says which key the action has now. */
  readonly onNews: (news: string) => void
}

/** An action with its key, which the agent changes by pressing another one. */
export function KeyRow({ kind, name, settings, isChanging, onChanging, onNews }: KeyRowProps) {
  const { messages } = usePanelSetting()
  const late = useLateMessages()
  const words = late.keys
  const { keymap } = settings.getSnapshot()
  const { platform } = settings
  const chord = keymap.get(name)
  const defaultChord = actions[name].defaultChord[platform]
  const buttonRef = useRef<HTMLButtonElement>(null)
  const rowRef = useRef<HTMLLIElement>(null)
  const hintRef = useRef<HTMLParagraphElement>(null)
  const hintId = useId()
  const [refused, setRefused] = useState('')
  const labels = actionLabels(kind, messages, late)
  const action = labels[name]
  const say = (each: string) => chordWords(each, platform, words.names)

  useEffect(() => {
    if (!isChanging && refused === '') return
    rowRef.current?.scrollIntoView({ block: 'nearest' })
    // Scroll to the hint: with large text the row may be higher than the list.
    hintRef.current?.scrollIntoView({ block: 'nearest' })
  }, [isChanging, refused])

  const settle = (news: string) => {
    onNews(news)
    setRefused('')
    // The pressed button is about to disappear.
    buttonRef.current?.focus()
    onChanging(false)
  }
  const give = (given: string | undefined) => {
    settings.give(name, given)
    settle(given === undefined ? words.takenAway(action) : words.given(action, say(given)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isChanging || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') {
      settle('')
      return
    }
    const pressed = pressedChord(event)
    if (pressed === undefined || event.repeat) return
    const refusal = pressed === 'AltGraph' ? typesSign : refuseChord(pressed, name, keymap, platform)
    if (refusal) setRefused(refusalWords(refusal, say(pressed)))
    else give(pressed)
  }
  const refusalWords = (refusal: ChordRefusal, pressed: string) =>
    refusal.code === 'taken' ? words.taken(pressed, labels[refusal.by]) : words.refused[refusal.code](pressed)
  return (
    <li ref={rowRef} className="tl-key-row" data-changing={isChanging || undefined}>
      <span>{action}</span>
      <button
        ref={buttonRef}
        type="button"
        className="tl-key"
        aria-label={words.change(action, chord === undefined ? words.none : say(chord))}
        aria-expanded={isChanging}
        aria-describedby={isChanging ? hintId : undefined}
        onKeyDown={onKeyDown}
        onClick={({ currentTarget }) => {
          // Safari does not focus a button that is clicked, and the next key must come here.
          currentTarget.focus()
          setRefused('')
          onNews('')
          onChanging(!isChanging)
        }}
      >
        {chord === undefined ? <span>{words.none}</span> : <Keycaps chord={chord} platform={platform} />}
      </button>
      {isChanging && (
        <div className="tl-key-change">
          <p ref={hintRef} id={hintId} role="status" data-refused={refused !== '' || undefined}>
            {refused || words.pressNew}
          </p>
          {chord !== undefined && (
            <button type="button" onClick={() => give(undefined)}>
              {words.takeAway}
            </button>
          )}
          {chord !== defaultChord && !refuseChord(defaultChord, name, keymap, platform) && (
            <button type="button" onClick={() => give(defaultChord)}>
              {words.backTo(say(defaultChord))}
            </button>
          )}
          <button type="button" onClick={() => settle('')}>
            {words.cancel}
          </button>
        </div>
      )}
    </li>
  )
}

const typesSign: ChordRefusal = { code: 'types-sign' }

/**
 * The simplest chord of a press. Undefined while only modifiers are held. A press with AltGr has no chord, so its name stands
 * for it and is refused.
 */
function pressedChord({ nativeEvent }: KeyboardEvent): string | undefined {
  const isSign = nativeEvent.getModifierState('AltGraph') && nativeEvent.key !== 'AltGraph'
  return isSign ? 'AltGraph' : chordsOf(nativeEvent)[0]
}
