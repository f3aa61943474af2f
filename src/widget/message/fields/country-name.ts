import { useMemo } from 'react'
import { usePanelSetting } from '../../setting/panel-setting.ts'

/** Names of countries in the agent's language. */
export function useCountryName(): (country: string) => string {
  const { locale } = usePanelSetting()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
    return (country) => names.of(country) ?? country
  }, [locale])
}
