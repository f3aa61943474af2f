import {
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import type { DraftKind } from '../../core/message/any-draft.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { useLateMessages } from '../late/late-messages.ts'
import { actionsOf } from './action-labels.ts'
import type { ActionName } from './actions.ts'
import { chordsOf } from './chord.ts'
import { KeyRow } from './key-row.tsx'
import type { KeySettingsStore } from './key-settings.ts'
import { Keycaps } from './keycaps.tsx'
import { keepRoomBelow } from './room-below.ts'
import { isElement, isNode } from '../controls/dom-kinds.ts'

export interface KeyListProps {
  /** The kind of the draft in front. */
  readonly kind: DraftKind
  readonly settings: KeySettingsStore
  /** Called when the agent closes the list. The focus goes back to the form. */
  readonly onClose: () => void
  /** Called when the agent has moved the focus elsewhere in the panel. */
  readonly onLeave: () => void
}

/**
 * The list of keys, in which the agent can change them. It is not modal: a modal dialog makes the whole page inert, including
 * the CCP, and the agent could not accept a call. It closes when the agent goes back to the form.
 */
export function KeyList({ kind, settings, onClose, onLeave }: KeyListProps) {
  const words = useLateMessages().keys
  const { isOff, keymap, isChanged, isKept } = useSyncExternalStore(settings.subscribe, settings.getSnapshot)
  const [changing, setChanging] = useState<ActionName>()
  const [news, setNews] = useState('')
  const headingId = useId()
  const headingRef = useRef<HTMLHeadingElement>(null)
  const dialogRef = useRef<HTMLDialogElement>(null)
  useEffect(() => (dialogRef.current ? keepRoomBelow(dialogRef.current) : undefined), [])
  useEffect(() => headingRef.current?.focus(), [])
  const footRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The news makes the foot higher, so scroll its button back into view.
    if (news === words.wasReset) footRef.current?.scrollIntoView({ block: 'nearest' })
  }, [news, words])

  const onKeyDown = (event: KeyboardEvent) => {
    const chords = chordsOf(event.nativeEvent)
    const keyOfList = keymap.get('keys')
    if (!chords.includes('Escape') && !(keyOfList !== undefined && chords.includes(keyOfList))) return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (isNode(relatedTarget) && !currentTarget.contains(relatedTarget)) onLeave()
  }
  return (
    <div role="presentation" onKeyDown={onKeyDown} onBlur={onBlur} onMouseDown={keepFocus}>
      {/* Focusable, so that no press in it moves the focus out of it. */}
      <dialog ref={dialogRef} open className="tl-menu tl-keys" aria-labelledby={headingId} tabIndex={-1}>
        <div className="tl-keys-head">
          <h2 ref={headingRef} id={headingId} tabIndex={-1}>
            {words.title}
          </h2>
          <button type="button" className="tl-icon-button" aria-label={words.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <div className="tl-keys-body">
          <label className="tl-keys-use">
            <input
              type="checkbox"
              checked={!isOff}
              onChange={({ currentTarget }) => settings.switchOff(!currentTarget.checked)}
            />
            <span>{words.use}</span>
          </label>
          <p className="tl-hint">{words.help}</p>
          {!isKept && <p className="tl-hint">{words.notKept}</p>}
          <ul className="tl-keys-rows" data-off={isOff || undefined}>
            {actionsOf(kind).map((name) => (
              <KeyRow
                key={name}
                kind={kind}
                name={name}
                settings={settings}
                isChanging={changing === name}
                onChanging={(isChanging) => setChanging(isChanging ? name : undefined)}
                onNews={setNews}
              />
            ))}
            <li className="tl-key-row">
              <span>{words.closePart}</span>
              <span className="tl-key-fixed">
                <Keycaps chord="Escape" platform={settings.platform} />
              </span>
            </li>
          </ul>
        </div>
        <div ref={footRef} className="tl-keys-foot">
          <p role="status">{news}</p>
          <button
            type="button"
            aria-disabled={!isChanged || undefined}
            onClick={() => {
              if (!isChanged) return
              settings.reset()
              setNews(words.wasReset)
            }}
          >
            {words.reset}
          </button>
        </div>
      </dialog>
    </div>
  )
}

/** A press on plain text must not move the focus away, for example from the key that is being changed. */
function keepFocus(event: MouseEvent) {
  const { currentTarget, target } = event
  const isOnText = isElement(target) && !target.matches('dialog') && !target.closest('button, label')
  if (isOnText && currentTarget.matches(':focus-within')) event.preventDefault()
}
