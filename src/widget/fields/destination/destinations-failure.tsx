import type { RefCallback } from 'react'
import { useFormRules } from '../../form-model/rules/form-rules.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { Notice } from '../../notices/notice.tsx'
import { ReadFailure } from '../../outcome/failure/read-failure.tsx'
import { useDestinations, useMe } from '../../setting/panel-queries.ts'
import { destinationEntries } from './destination-entry.ts'

/**
 * Says why the agent cannot choose a destination. It stands in the foot, because below the field it would move the fields that
 * follow.
 */
export function DestinationsFailure() {
  const words = useLateMessages().destinations
  const isHidden = useFormRules().access('destination') === 'hidden'
  const { data, error, refetch } = useDestinations().read
  const meError = useMe().error
  if (isHidden) return null
  const isEmpty = data && destinationEntries(data).length === 0
  // A cause that concerns the whole panel is reported once, with a button that reads everything again.
  const isSaid = error?.failure.code === 'unauthenticated' || error?.failure.code === meError?.failure.code
  const failure = isSaid ? undefined : error
  return (
    <>
      <div role="status">
        {isEmpty && !failure && (
          <Notice tone="warning" isFirst>
            {words.empty}
          </Notice>
        )}
      </div>
      {failure && (
        <ReadFailure
          error={failure}
          lead={data ? words.old : words.failed}
          isFirst={!data}
          onRetry={() => void refetch()}
          buttonRef={leaveToList}
        />
      )}
    </>
  )
}

/** The button disappears once the list has been read. */
const leaveToList: RefCallback<HTMLButtonElement> = (button) => {
  const panel = button?.closest('.tl-panel')
  return () => {
    if (button?.matches(':focus')) panel?.querySelector<HTMLElement>('[name="destination"]')?.focus()
  }
}
