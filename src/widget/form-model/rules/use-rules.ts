import { useMemo, useSyncExternalStore } from 'react'
import { useLateLoader } from '../../late/late.tsx'
import { useMe } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { noFormRules, type FormRules } from './form-rules.ts'
import { noTemplate } from './template-reading.ts'

/** The merged rules of policy, template and host, once the core has been loaded. */
export function useRules(reading = noTemplate): FormRules {
  const { subscribe, getSnapshot } = useLateLoader()
  const late = useSyncExternalStore(subscribe, getSnapshot)
  const draftRules = late.status === 'loaded' ? late.chunk.draftRules : undefined
  const policy = useMe().data?.fields
  const { hostRules: host } = usePanelSetting()
  return useMemo(
    () => draftRules?.({ policy, reading, host }) ?? noFormRules,
    [draftRules, policy, reading, host],
  )
}
