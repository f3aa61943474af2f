import { useId, useRef, type KeyboardEvent } from 'react'
import type { KeyMessages } from '../../i18n/key-messages.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { actions, type ActionName } from './actions.ts'
import { chordsOf } from './chord.ts'
import { chordWords } from './chord-words.ts'
import type { KeySettingsStore } from './key-settings.ts'
import { Keycaps } from './keycaps.tsx'
import { refuseChord, type ChordRefusal } from './refuse-chord.ts'

export interface KeyRowProps {
  readonly name: ActionName
  readonly settings: KeySettingsStore
  /** The next key that is pressed becomes the key of the action. */
  readonly isChanging: boolean
  readonly onChanging: (isChanging: boolean) => void
  /** Tells the agent what came of a press. */
  readonly onNews: (news: string) => void
}

/** An action with its key, which the agent changes by pressing another one. */
export function KeyRow({ name, settings, isChanging, onChanging, onNews }: KeyRowProps) {
  const words = useLateMessages().keys
  const { keymap } = settings.getSnapshot()
  const { platform } = settings
  const chord = keymap.get(name)
  const defaultChord = actions[name].defaultChord[platform]
  const buttonRef = useRef<HTMLButtonElement>(null)
  const hintId = useId()
  const action = words.actions[name]
  const say = (each: string) => chordWords(each, platform, words.names)

  const settle = (news: string) => {
    onNews(news)
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
    if (refusal) onNews(refusalWords(refusal, say(pressed), words))
    else give(pressed)
  }
  return (
    <li className="tl-key-row" data-changing={isChanging || undefined}>
      <span>{action}</span>
      <button
        ref={buttonRef}
        type="button"
        className="tl-key"
        aria-label={words.change(action, chord === undefined ? words.none : say(chord))}
        aria-expanded={isChanging}
        aria-describedby={isChanging ? hintId : undefined}
        onKeyDown={onKeyDown}
        onClick={() => {
          onNews('')
          onChanging(!isChanging)
        }}
      >
        {chord === undefined ? <span>{words.none}</span> : <Keycaps chord={chord} platform={platform} />}
      </button>
      {isChanging && (
        <div className="tl-key-change">
          <p id={hintId}>{words.pressNew}</p>
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

/** The plainest chord of a press; undefined while only modifiers are held. AltGr has none, and is refused by its name. */
function pressedChord({ nativeEvent }: KeyboardEvent): string | undefined {
  const isSign = nativeEvent.getModifierState('AltGraph') && nativeEvent.key !== 'AltGraph'
  return isSign ? 'AltGraph' : chordsOf(nativeEvent)[0]
}

function refusalWords(refusal: ChordRefusal, chord: string, words: KeyMessages): string {
  return refusal.code === 'taken'
    ? words.taken(chord, words.actions[refusal.by])
    : words.refused[refusal.code](chord)
}
