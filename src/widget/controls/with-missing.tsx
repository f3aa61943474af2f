import { useLateMessages } from '../late/late-messages.ts'

/** A summary that begins with how much is still asked for: a closed section must not keep it for the moment of sending. */
export function WithMissing({ count, children }: { readonly count: number; readonly children: string }) {
  const messages = useLateMessages()
  if (count === 0) return children
  return (
    <>
      <strong>{messages.missing(count)}</strong>
      {children && ` · ${children}`}
    </>
  )
}
