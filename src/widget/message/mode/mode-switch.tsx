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

/** A slow Connect does not keep the agent in the other form. */
const patienceMs = 400

interface Preparation {
  /** The form for messages is there, and what may be sent, unless Connect is slow. */
  readonly isReady: Promise<unknown>
  /** The form knows what may be sent, and has drawn its fields. */
  readonly isDrawn: Promise<unknown>
}

/** Loads the form for messages, and reads what may be sent. */
function usePreparation(contactId: string | undefined): () => Preparation {
  const load = useMessageModeLoader()
  const { client } = usePanelSetting()
  const queries = useQueryClient()
  return () => {
    const read = queries.prefetchQuery(messageOptionsQuery(client, contactId))
    return {
      isReady: Promise.all([load().tried(), Promise.race([read, later(patienceMs)])]),
      // The query tells the form by a timer that it has started before.
      isDrawn: read.then(() => later(0)),
    }
  }
}

const later = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
  })

/** The click that an arrow key or a key of the panel makes has no count. */
const isByPointer = (event: Event) => 'detail' in event && Number(event.detail) > 0

/** The number is, only if none has been found. */
const isToFillIn = ({ name, value, readOnly }: HTMLInputElement) =>
  name !== 'to' || (value === '' && !readOnly)

/** The first field that the agent has to fill in. */
function typedNext(panel: Element): HTMLElement | null | undefined {
  const fields = ['name', 'to', 'text', 'templateId'].map((name) =>
    panel.querySelector<HTMLInputElement>(`[name="${name}"]`),
  )
  return fields.find((field) => field && isToFillIn(field))
}

/** Turns between a task and a message about the same contact. An agent who may send no messages does not see it. */
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
    // The form for tasks stays until the other is there. If that cannot be loaded, the panel says so in its place.
    const preparation = chosen === 'message' ? prepare() : undefined
    if (preparation) {
      holdForMessage(pressed)
      await preparation.isReady
    }
    if (latest.current !== chosen) return
    const isHere = pressed.matches(':focus')
    keepPlace(pressed, () => movesOf(drafts).switchKind(chosen), 'mode')
    // Keys go on in the switch, as in any group of radio buttons.
    if (!isHere || !hasPointed || !panel) return
    if (!typedNext(panel)) await preparation?.isDrawn
    if (panel.querySelector('[name="mode"]:focus')) typedNext(panel)?.focus()
  }
  const shown = wanted ?? kind
  return (
    <fieldset
      className="tl-mode"
      aria-busy={shown !== kind || undefined}
      // So that the mode is there when the agent chooses it.
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
