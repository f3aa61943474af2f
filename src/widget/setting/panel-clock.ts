import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { TaskClient } from '../../client/task-client.ts'
import { meQuery } from './panel-queries.ts'

export interface PanelClock {
  /**
   * The present time by the proxy's clock, because the proxy checks schedules. The computer's time until the proxy has
   * answered.
   */
  readonly now: () => Date
  /** How far the proxy's clock is ahead of the computer's. */
  readonly aheadMs: number
}

const ownNow = () => new Date()

/** If the page gives a clock, the panel uses it unchanged. */
export function usePanelClock(client: TaskClient, hostNow: (() => Date) | undefined): PanelClock {
  const { data, dataUpdatedAt } = useQuery(meQuery(client))
  const serverTime = hostNow ? undefined : data?.serverTime
  const differenceMs = serverTime ? Date.parse(serverTime) - dataUpdatedAt : 0
  // Cut to whole seconds: the delay of the answer is smaller, and each read would give a slightly different value.
  const aheadMs = Math.trunc(differenceMs / 1_000) * 1_000
  return useMemo(
    () => ({
      now: hostNow ?? (aheadMs === 0 ? ownNow : () => new Date(Date.now() + aheadMs)),
      aheadMs,
    }),
    [hostNow, aheadMs],
  )
}
