import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { TaskClient } from '../../client/task-client.ts'
import { meQuery } from './panel-queries.ts'

export interface PanelClock {
  /** The present time by the proxy's clock, which judges schedules; by the computer's own until it is known. */
  readonly now: () => Date
  /** How far the proxy's clock is ahead of the computer's. */
  readonly aheadMs: number
}

const ownNow = () => new Date()

/** A time that the page gives is taken as it is. */
export function usePanelClock(client: TaskClient, hostNow: (() => Date) | undefined): PanelClock {
  const { data, dataUpdatedAt } = useQuery(meQuery(client))
  const serverTime = hostNow ? undefined : data?.serverTime
  const differenceMs = serverTime ? Date.parse(serverTime) - dataUpdatedAt : 0
  // Whole seconds: the answer's way takes less, and each read would give another figure.
  const aheadMs = Math.trunc(differenceMs / 1_000) * 1_000
  return useMemo(
    () => ({
      now: hostNow ?? (aheadMs === 0 ? ownNow : () => new Date(Date.now() + aheadMs)),
      aheadMs,
    }),
    [hostNow, aheadMs],
  )
}
