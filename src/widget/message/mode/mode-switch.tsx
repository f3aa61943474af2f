import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { movesOf } from '../../../drafts/desk-moves.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { frontOf, type Desk } from '../../../drafts/desk/desk.ts'
import type { DraftKind } from '../../../core/message/any-draft.ts'
import { keepPlace } from '../../controls/focus/keep-place.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { useLateMessages } from '../../late/late-messages.ts'
import { useMe } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { holdForMessage } from './hold-for-message.ts'
import { messageOptionsQuery } from './message-options-query.ts'
import { useMessageModeLoader } from './message-mode-context.ts'

export interface ModeSwitchProps {
  readonly desk: Desk
  readonly drafts: Pick<DraftsAtHand, 'change'>
}

const kinds = ['task', 'message'] as const

/** After 400 ms the form for messages is shown even if Connect has not answered. */
const patienceMs = 400

interface Preparation {
  /** Resolves when the form for messages has been loaded and the options have been read, or after 400 ms for the options. */
  readonly isReady: Promise<unknown>
  /** Resolves when the options have been read and the form has rendered its fields. */
  readonly isDrawn: Promise<unknown>
}

/** Loads the form for messages, and reads the options. */
function usePreparation(contactId: string | undefined): () => Preparation {
  const load = useMessageModeLoader()
  const { client } = usePanelSetting()
  const queries = useQueryClient()
  return () => {
    const read = queries.prefetchQuery(messageOptionsQuery(client, contactId))
    return {
      isReady: Promise.all([load().tried(), Promise.race([read, later(patienceMs)])]),
      // TanStack Query notifies the form with a timer that started earlier, so this timer ends after it.
      isDrawn: read.then(() => later(0)),
    }
  }
}

const later = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
  })

/** A click that comes from an arrow key or from the panel's own key has `detail` 0. */
const isByPointer = (event: Event) => 'detail' in event && Number(event.detail) > 0

/** The number must be filled in only if the contact has none. */
const isToFillIn = ({ name, value, readOnly }: HTMLInputElement) =>
  name !== 'to' || (value === '' && !readOnly)

/** The first field that the agent has to fill in. */
function typedNext(panel: Element): HTMLElement | null | undefined {
  const fields = ['name', 'to', 'text', 'templateId'].map((name) =>
    panel.querySelector<HTMLInputElement>(`[name="${name}"]`),
  )
  return fields.find((field) => field && isToFillIn(field))
}

/** Switches between a task and a message about the same contact. Hidden from agents who may not send messages. */
export function ModeSwitch({ desk, drafts }: ModeSwitchProps) {
  const { kind, contact } = frontOf(desk)
  const words = useLateMessages().mode
  const isOffered = useMe().data?.messages === true
  const prepare = usePreparation(contact?.contactId)
  const latest = useRef<DraftKind>(undefined)
  const [wanted, setWanted] = useState<DraftKind>()
  if (!isOffered && kind === 'task') return null
  const choose = async (pressed: Element, chosen: DraftKind, hasPointed: boolean) => {
    const panel = pressed.closest('.tl-panel')
    latest.current = chosen
    setWanted(chosen)
    // The form for tasks stays until the form for messages has been loaded. If loading fails, the panel says so instead of the
    // form.
    const preparation = chosen === 'message' ? prepare() : undefined
    if (preparation) {
      holdForMessage(pressed)
      await preparation.isReady
    }
    if (latest.current !== chosen) return
    const isHere = pressed.matches(':focus')
    keepPlace(pressed, () => movesOf(drafts).switchKind(chosen), 'mode')
    // After a key the focus stays in the switch, as in any group of radio buttons.
    if (!isHere || !hasPointed || !panel) return
    if (!typedNext(panel)) await preparation?.isDrawn
    if (panel.querySelector('[name="mode"]:focus')) typedNext(panel)?.focus()
  }
  const shown = wanted ?? kind
  return (
    <fieldset
      className="tl-mode"
      aria-busy={shown !== kind || undefined}
      // Start loading when the pointer comes near.
      onPointerEnter={() => void prepare()}
    >
      <legend className="tl-visually-hidden">{words.legend}</legend>
      {kinds.map((each) => (
        <label key={each} title={words.names[each]}>
          <input
            type="radio"
            name="mode"
            value={each}
            aria-label={words.names[each]}
            checked={each === shown}
            onChange={({ currentTarget, nativeEvent }) =>
              void choose(currentTarget, each, isByPointer(nativeEvent))
            }
          />
          <Icon name={each === 'task' ? 'task' : 'chat'} />
          <span>{words.names[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}
