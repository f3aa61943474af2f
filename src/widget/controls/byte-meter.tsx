import { useEffect, useId, useState } from 'react'
import { useFormats, useLateMessages } from '../late/late-messages.ts'

export interface ByteMeterProps {
  readonly label: string
  readonly usedBytes: number
  readonly limitBytes: number
  /** Where the bytes come from, when there is more than one source. */
  readonly detail?: string
}

/** The text at the last pause in typing, so that a screen reader does not read every byte. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 1_000)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

const tellFromShare = 0.75

/** How many bytes of a limit are used. Screen readers read it only when it is getting full. */
export function ByteMeter({ label, usedBytes, limitBytes, detail }: ByteMeterProps) {
  const formats = useFormats()
  const words = useLateMessages().meter
  const labelId = useId()
  const isOver = usedBytes > limitBytes
  const used = words.used(formats.number(usedBytes), formats.number(limitBytes))
  const difference = Math.abs(usedBytes - limitBytes)
  const room = isOver ? words.over(difference) : words.left(difference)
  const spoken = useSettled(usedBytes >= limitBytes * tellFromShare ? `${label}: ${used}, ${room}` : '')
  return (
    <div className="tl-meter" data-over={isOver || undefined}>
      <span className="tl-meter-label" id={labelId}>
        {label}
      </span>
      <span className="tl-meter-figures">
        <span>{used}</span>
        {detail && <span className="tl-muted">{` (${detail})`}</span>}
        {isOver && <strong>{` — ${room}`}</strong>}
      </span>
      <meter
        aria-labelledby={labelId}
        min={0}
        max={limitBytes}
        high={limitBytes * 0.9}
        optimum={0}
        value={Math.min(usedBytes, limitBytes)}
      >
        {used}
      </meter>
      <span className="tl-visually-hidden" role="status">
        {spoken}
      </span>
    </div>
  )
}
