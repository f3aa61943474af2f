import type { MessageOptions } from '../../../core/message/message-options.ts'
import { ReadFailure } from '../../outcome/failure/read-failure.tsx'
import type { Read } from '../../setting/panel-queries.ts'
import { useMessageWords } from '../mode/message-words.ts'

/** Shown instead of the fields until the options have been read. */
export function OptionsRead({ read }: { readonly read: Read<MessageOptions> }) {
  const words = useMessageWords().options
  const { error, isFetching, refetch } = read
  if (!error || isFetching) return <p className="tl-muted">{words.loading}</p>
  return <ReadFailure error={error} lead={words.failed} isFirst onRetry={() => void refetch()} />
}
