import { useEffect, useState } from 'react'
import type { DraftSubmission } from '../../../client/submissions/draft-submission.ts'

const checkEveryMs = 5_000

/**
 * Whether the panel can still find out from Connect if an attempt succeeded. This ends some minutes after the first request.
 */
export function useMayAsk(
  submission: Pick<DraftSubmission, 'mayAskAgain'> | undefined,
  clientToken: string | undefined,
): boolean {
  const read = () => clientToken !== undefined && submission?.mayAskAgain(clientToken) === true
  const [, setTicks] = useState(0)
  const mayAsk = read()
  useEffect(() => {
    if (!mayAsk) return undefined
    const timer = setInterval(() => setTicks((ticks) => ticks + 1), checkEveryMs)
    return () => clearInterval(timer)
  }, [mayAsk])
  return mayAsk
}
