import { useState, useSyncExternalStore } from 'react'
import { movesOf } from '../../../drafts/desk-moves.ts'
import type { DraftFormProps } from '../../form/draft-form-props.ts'
import { useFormats } from '../../late/late-messages.ts'
import { NoticesPlace } from '../../notices/notices-place.tsx'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useMessageModeLoader, type MessageParts } from './message-mode-context.ts'

/** The form of a message, once its code has been loaded. */
export function MessageMode(form: DraftFormProps) {
  const { messages } = usePanelSetting()
  const load = useMessageModeLoader()
  const [loader] = useState(load)
  const state = useSyncExternalStore(loader.subscribe, loader.getSnapshot)
  if (state.status === 'loaded') return <LoadedMode {...form} parts={state.chunk} />
  return (
    <>
      {state.status === 'loading' ? (
        <p>{messages.panel.loading}</p>
      ) : (
        <p>
          <span>{`${messages.panel.partMissing} `}</span>
          <button type="button" onClick={loader.retry}>
            {messages.panel.retry}
          </button>
          <span> </span>
          <button type="button" className="tl-link" onClick={() => movesOf(form.drafts).switchKind('task')}>
            {messages.submit}
          </button>
        </p>
      )}
      <NoticesPlace />
    </>
  )
}

function LoadedMode({ parts, ...form }: DraftFormProps & { readonly parts: MessageParts }) {
  const formats = useFormats()
  const [words] = useState(() => parts.wordsWith(formats))
  const { MessageForm } = parts
  return <MessageForm {...form} words={words} />
}
