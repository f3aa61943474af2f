import { useId } from 'react'
import { useLateMessages } from '../../late/late-messages.ts'

const zones = Intl.supportedValuesOf('timeZone')

export interface CustomerClockProps {
  readonly zone: string | undefined
  readonly onChoose: (zone: string | undefined) => void
}

/** The zone of the customer's clock, so that both clocks can be shown. */
export function CustomerClock({ zone, onChoose }: CustomerClockProps) {
  const words = useLateMessages().when
  const id = useId()
  return (
    <div className="tl-field">
      <label htmlFor={id}>{words.customerZone}</label>
      <select
        id={id}
        name="customerZone"
        value={zone ?? ''}
        onChange={(event) =>
          onChoose(event.currentTarget.value === '' ? undefined : event.currentTarget.value)
        }
      >
        <option value="">{words.customerZoneUnknown}</option>
        {zone !== undefined && !zones.includes(zone) && <option value={zone}>{zone}</option>}
        {zones.map((each) => (
          <option key={each} value={each}>
            {each.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </div>
  )
}
