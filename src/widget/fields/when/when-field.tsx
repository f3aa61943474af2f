import type { Contact } from '../../../core/contact/contact.ts'
import { useFormRules } from '../../form-model/rules/form-rules.ts'
import { Late } from '../../late/late.tsx'
import { usePanelSetting } from '../../setting/panel-setting.ts'

export interface WhenFieldProps {
  readonly contact: Contact | undefined
}

/** When the task starts and ends. The choices come late, into a place that is kept for them. */
export function WhenField(props: WhenFieldProps) {
  const { messages, now } = usePanelSetting()
  const { access } = useFormRules()
  if (access('schedule') === 'hidden' && access('expiry') === 'hidden') return null
  return (
    // Before a weekend there is one chip more, for the next working day.
    <fieldset className="tl-when" data-field="schedule" data-chips={now().getDay() > 4 ? 6 : undefined}>
      <legend>{messages.fields.when}</legend>
      {/* If they cannot be loaded, the foot of the form says so. */}
      <Late fallback={null}>{({ WhenParts }) => <WhenParts {...props} />}</Late>
    </fieldset>
  )
}
