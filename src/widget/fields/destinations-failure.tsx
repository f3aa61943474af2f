import { useLateMessages } from '../late/late-messages.ts'
import { useMe } from '../setting/panel-queries.ts'
import { ReadFailure, type ReadFailureProps } from '../outcome/read-failure.tsx'

export interface DestinationsFailureProps extends Pick<ReadFailureProps, 'error' | 'onRetry'> {
  /** An older list is still offered. */
  readonly hasList: boolean
}

export function DestinationsFailure({ hasList, ...failure }: DestinationsFailureProps) {
  const words = useLateMessages().destinations
  const { error } = useMe()
  return (
    <ReadFailure
      {...failure}
      lead={hasList ? words.old : words.failed}
      // The notice in the foot of the form says the same about the agent.
      isReasonSaid={error?.failure.code === failure.error.failure.code}
    />
  )
}
