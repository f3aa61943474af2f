import { useQuery } from '@tanstack/react-query'
import { usePanelSetting } from '../setting/panel-setting.ts'

/** The address of a page on the website of the instance. Undefined where that cannot be found from the address of the CCP. */
export function useInstancePage(pageOf: (ccpUrl: string) => string | undefined): string | undefined {
  const { client } = usePanelSetting()
  // A deployment keeps its instance. Without the answer the link is not there, and nothing else is missing.
  const { data } = useQuery({ queryKey: ['config'], queryFn: client.config, staleTime: Infinity })
  return data && pageOf(data.ccpUrl)
}
