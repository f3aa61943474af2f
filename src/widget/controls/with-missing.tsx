import { useLateMessages } from '../late/late-messages.ts'

/** A summary that begins with the number of missing values, so that the agent sees it before sending. */
export function WithMissing({ count, children }: { readonly count: number; readonly children: string }) {
  const messages = useLateMessages()
  if (count === 0) return <span>{children}</span>
  return (
    <>
      <strong>{messages.missing(count)}</strong>
      {children && <span>{` · ${children}`}</span>}
    </>
  )
}
