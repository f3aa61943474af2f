import { useLateMessages } from '../late/late-messages.ts'

export interface WithMissingProps {
  readonly count: number
  /** The agent has been asked for the missing values, and has not filled them in. */
  readonly isWrong: boolean
  readonly children: string
}

/** A summary that begins with the number of missing values, so that the agent sees it before sending. */
export function WithMissing({ count, isWrong, children }: WithMissingProps) {
  const messages = useLateMessages()
  if (count === 0) return <span>{children}</span>
  return (
    <>
      <strong className={isWrong ? 'tl-error' : undefined}>{messages.missing(count)}</strong>
      {children && <span>{` · ${children}`}</span>}
    </>
  )
}
