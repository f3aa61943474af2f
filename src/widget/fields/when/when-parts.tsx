import { useFormRules } from '../../form-model/rules/form-rules.ts'
import { ExpiryField } from '../expiry/expiry-field.tsx'
import { WhenChoices, type WhenChoicesProps } from './when-choices.tsx'

/** When the task starts, and when it ends by itself. */
export function WhenParts(props: WhenChoicesProps) {
  const { access } = useFormRules()
  return (
    <>
      {access('schedule') !== 'hidden' && <WhenChoices {...props} />}
      <ExpiryField />
    </>
  )
}
