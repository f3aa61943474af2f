import type { DraftKind } from '../../core/message/any-draft.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { useConnection } from '../outcome/failure/use-connection.ts'
import { useMe } from '../setting/panel-queries.ts'
import { Notice } from './notice.tsx'

/** Says before the agent presses the button that a task or message cannot be sent at once. */
export function ConnectionNotice({ kind }: { readonly kind: DraftKind }) {
  const { beforePress } = useLateMessages().waiting
  const connection = useConnection()
  // If the first read failed for this reason, another notice already says so.
  const isSaid = useMe().error?.failure.code === 'unreachable'
  if (connection === 'online' || (connection === 'unreachable' && isSaid)) return null
  return (
    <div className="tl-connection">
      <Notice tone="warning">{beforePress[connection](kind)}</Notice>
    </div>
  )
}
