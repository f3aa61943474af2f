import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { browserNetwork, type Connection } from '../../../client/network/browser-network.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'

const probeEveryMs = 5_000

/** Whether the proxy can be reached. While it cannot, it is tried from time to time, so that the state is up to date. */
export function useConnection(): Connection {
  const { client } = usePanelSetting()
  const network = useMemo(() => browserNetwork(client), [client])
  const connection = useSyncExternalStore(network.subscribe, network.connection)
  useEffect(() => {
    if (connection !== 'unreachable') return undefined
    const probe = () => void network.probe().catch(() => {})
    probe()
    const timer = setInterval(probe, probeEveryMs)
    return () => clearInterval(timer)
  }, [network, connection])
  return connection
}
