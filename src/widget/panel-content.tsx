import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { endOutside } from '../core/listeners/call-outside.ts'
import type { FieldRules } from '../core/task/task-parts.ts'
import { wordsMissing } from '../i18n/load-language.ts'
import { Panel } from './panel.tsx'
import { LoadFailure, PanelBoundary } from './panel-boundary.tsx'
import { usePanelClock } from './setting/panel-clock.ts'
import { createQueries, readSignedIn } from './setting/panel-queries.ts'
import { PanelSettingContext } from './setting/panel-setting.ts'
import { LateContext } from './late/late.tsx'
import { messageModeLoader } from './message/mode/load-message-mode.ts'
import { MessageModeContext } from './message/mode/message-mode-context.ts'
import type { TaskPanelProps } from './host/task-panel-props.ts'
import { usableZone } from './setting/usable-zone.ts'
import { useLanguage, type PanelLanguage } from './use-language.ts'

const noRules: FieldRules = {}

/** The content of the panel. Everything, also the choice of language and time zone, is inside the error boundary. */
export function PanelContent(props: TaskPanelProps) {
  return (
    <PanelBoundary locales={props.locales}>
      <PanelWithLanguage {...props} />
    </PanelBoundary>
  )
}

function PanelWithLanguage(props: TaskPanelProps) {
  const { locales = navigator.languages } = props
  const state = useLanguage(locales)
  switch (state.status) {
    case 'loading':
      return <section className="tl-panel" part="panel" aria-busy />
    case 'failed':
      return <LoadFailure message={wordsMissing.text} retry={wordsMissing.retry} onRetry={state.retry} />
    case 'loaded':
      return <PanelInLanguage {...props} language={state.language} />
  }
}

interface PanelInLanguageProps extends TaskPanelProps {
  readonly language: PanelLanguage
}

function PanelInLanguage(props: PanelInLanguageProps) {
  const { client, language } = props
  const [queries] = useState(createQueries)
  const messageMode = useMemo(() => messageModeLoader(language), [language])
  useEffect(() => endOutside(client.onSignedIn(() => void readSignedIn(queries))), [client, queries])
  // The next agent must not see data that was read for this one.
  useEffect(() => endOutside(client.onSignedOut(() => void queries.resetQueries())), [client, queries])
  return (
    <QueryClientProvider client={queries}>
      <LateContext value={language.late}>
        <MessageModeContext value={messageMode}>
          <PanelInSetting {...props} />
        </MessageModeContext>
      </LateContext>
    </QueryClientProvider>
  )
}

function PanelInSetting({ language, ...props }: PanelInLanguageProps) {
  const { client, fields: hostRules = noRules } = props
  const zone = useMemo(() => usableZone(props.timeZone), [props.timeZone])
  const { locale, messages } = language
  const { now, aheadMs: clockAheadMs } = usePanelClock(client, props.now)
  const setting = useMemo(
    () => ({ client, messages, locale, zone, now, clockAheadMs, hostRules }),
    [client, messages, locale, zone, now, clockAheadMs, hostRules],
  )
  return (
    <PanelSettingContext value={setting}>
      <Panel {...props} />
    </PanelSettingContext>
  )
}
