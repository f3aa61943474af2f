import { useState } from 'react'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { frontOf, type Desk } from '../../../drafts/desk/desk.ts'
import type { DraftKind } from '../../../core/message/any-draft.ts'
import { keepPlace } from '../../controls/focus/keep-place.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { useLateMessages } from '../../late/late-messages.ts'
import { useMe } from '../../setting/panel-queries.ts'
import { useMessageModeLoader } from './message-mode-context.ts'

export interface ModeSwitchProps {
  readonly desk: Desk
  readonly drafts: Pick<DraftsAtHand, 'switchKind'>
}

const kinds = ['task', 'message'] as const

/** Turns between a task and a message about the same contact. An agent who may send no messages does not see it. */
export function ModeSwitch({ desk, drafts }: ModeSwitchProps) {
  const { kind } = frontOf(desk)
  const words = useLateMessages().mode
  const load = useMessageModeLoader()
  const isOffered = useMe().data?.messages === true
  const [isLoading, setLoading] = useState(false)
  if (!isOffered && kind === 'task') return null
  const choose = async (pressed: Element, wanted: DraftKind) => {
    if (wanted === 'message') {
      setLoading(true)
      // The form for tasks stays until the other is there. If that cannot be loaded, the panel says so in its place.
      await load().tried()
      setLoading(false)
    }
    keepPlace(pressed, () => drafts.switchKind(wanted), 'mode')
  }
  return (
    <fieldset
      className="tl-mode"
      aria-busy={isLoading || undefined}
      // So that the mode is there when the agent chooses it.
      onPointerEnter={() => void load()}
    >
      <legend className="tl-visually-hidden">{words.legend}</legend>
      {kinds.map((each) => (
        <label key={each} title={words.names[each]}>
          <input
            type="radio"
            name="mode"
            value={each}
            className="tl-visually-hidden"
            checked={each === kind}
            onChange={({ currentTarget }) => void choose(currentTarget, each)}
          />
          <Icon name={each === 'task' ? 'task' : 'chat'} />
          <span>{words.names[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}
