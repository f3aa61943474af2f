import { useId, useMemo, useState } from 'react'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { zoneGroups } from './zone-groups.ts'

const zones = Intl.supportedValuesOf('timeZone')

export interface CustomerClockProps {
  readonly zone: string | undefined
  readonly onChoose: (zone: string | undefined) => void
}

/** Lets the agent choose the customer's time zone, so that the panel shows both clocks. */
export function CustomerClock({ zone, onChoose }: CustomerClockProps) {
  const words = useLateMessages().when
  const { zone: own, locale, now } = usePanelSetting()
  const id = useId()
  // Compute the zones only when the list is opened: the offsets of all zones take a while.
  const [isOpened, setOpened] = useState(false)
  const groups = useMemo(
    () =>
      zoneGroups(zones, [zone, typeof own === 'string' ? own : undefined], (each) =>
        isOpened || each === zone ? offsetAt(each, now(), locale) : '',
      ),
    [zone, own, isOpened, now, locale],
  )
  return (
    <div className="tl-field">
      <label htmlFor={id}>{words.customerZone}</label>
      <select
        id={id}
        name="customerZone"
        value={zone ?? ''}
        onFocus={() => setOpened(true)}
        onChange={(event) =>
          onChoose(event.currentTarget.value === '' ? undefined : event.currentTarget.value)
        }
      >
        <option value="">{words.customerZoneUnknown}</option>
        {groups.map(({ region, options }) => (
          <optgroup
            key={region ?? 'likely'}
            label={region === undefined ? words.likelyZones : region || words.otherZones}
          >
            {options.map(({ zone: each, label }) => (
              <option key={each} value={each}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

/** "GMT-5" */
function offsetAt(timeZone: string, instant: Date, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(
    instant,
  )
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}
