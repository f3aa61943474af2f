import { useLateMessages } from '../late/late-messages.ts'
import { ReadFailure, type ReadFailureProps } from '../outcome/read-failure.tsx'

export interface DestinationsFailureProps extends Pick<ReadFailureProps, 'error' | 'onRetry'> {
  /** An older list is still offered. */
  readonly hasList: boolean
}

export function DestinationsFailure({ hasList, ...failure }: DestinationsFailureProps) {
  const words = useLateMessages().destinations
  return <ReadFailure {...failure} lead={hasList ? words.old : words.failed} />
}
