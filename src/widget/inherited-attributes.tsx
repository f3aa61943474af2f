import { useFormContext, useWatch } from 'react-hook-form'
import { attributesByteLength, type Attribute } from '../core/attributes.ts'
import type { TaskRequest } from '../core/task.ts'
import type { TaskDraft } from '../core/task-draft.ts'
import { usePanelSetting } from './panel-setting.ts'
import type { Inheritance } from './use-inheritance.ts'

export function InheritedAttributes({ inheritance }: { readonly inheritance: Inheritance }) {
  const { messages, formats } = usePanelSetting()
  const words = messages.attributes
  const { status, channel, attributes } = inheritance
  if (status === 'loading') return <p className="tl-muted">{words.inheritedLoading}</p>
  if (status === 'unread') return <p className="tl-notice">{words.inheritedUnread}</p>
  if (!channel || attributes.length === 0) return null
  const bytes = formats.number(attributesByteLength(attributes))
  return (
    <details className="tl-inherited">
      <summary>{words.inherited(attributes.length, channel, bytes)}</summary>
      <InheritedList attributes={attributes} />
    </details>
  )
}

function InheritedList({ attributes }: { readonly attributes: readonly Attribute[] }) {
  const words = usePanelSetting().messages.attributes
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const ownKeys = new Set(useWatch({ control, name: 'attributes' }).map(({ key }) => key))
  return (
    <dl>
      {attributes.map(({ key, value }) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>
            {ownKeys.has(key) ? (
              <>
                <del dir="auto">{value}</del> <span className="tl-muted">{words.replaced}</span>
              </>
            ) : (
              <bdi>{value}</bdi>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
