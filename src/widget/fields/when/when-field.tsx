import type { Contact } from '../../../core/contact/contact.ts'
import { useFormRules } from '../../form-model/rules/form-rules.ts'
import { Late } from '../../late/late.tsx'
import { usePanelSetting } from '../../setting/panel-setting.ts'

export interface WhenFieldProps {
  readonly contact: Contact | undefined
}

/** When the task starts and ends. The choices are loaded late. CSS reserves their place. */
export function WhenField(props: WhenFieldProps) {
  const { messages, now } = usePanelSetting()
  const { access } = useFormRules()
  if (access('schedule') === 'hidden' && access('expiry') === 'hidden') return null
  return (
    // On a Friday or Saturday there is a sixth chip, for the next working day.
    <fieldset className="tl-when" data-field="schedule" data-chips={now().getDay() > 4 ? 6 : undefined}>
      <legend>{messages.fields.when}</legend>
      {/* If the choices cannot be loaded, the foot of the form says so. */}
      <Late fallback={null}>{({ WhenParts }) => <WhenParts {...props} />}</Late>
    </fieldset>
  )
}
