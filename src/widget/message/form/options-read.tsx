import type { MessageOptions } from '../../../core/message/message-options.ts'
import { ReadFailure } from '../../outcome/failure/read-failure.tsx'
import type { Read } from '../../setting/panel-queries.ts'
import { useMessageWords } from '../mode/message-words.ts'

/** In the place of the fields, while it is not known what may be sent. */
export function OptionsRead({ read }: { readonly read: Read<MessageOptions> }) {
  const words = useMessageWords().options
  const { error, isFetching, refetch } = read
  if (!error || isFetching) return <p className="tl-muted">{words.loading}</p>
  return <ReadFailure error={error} lead={words.failed} onRetry={() => void refetch()} />
}
