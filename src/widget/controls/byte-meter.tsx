import { useEffect, useRef, useState } from 'react'
import { byteLevel, type ByteLevel } from '../form-model/counters/byte-level.ts'
import type { SizedRow } from '../form-model/counters/largest-rows.ts'
import { useFormats, useLateMessages } from '../late/late-messages.ts'

interface Budget {
  readonly usedBytes: number
  readonly limitBytes: number
}

export interface ByteMeterProps extends Budget {
  readonly label: string
  /** Where the bytes come from, when there is more than one source. */
  readonly detail?: string
  /** The rows to shorten first. */
  readonly largest: readonly SizedRow[]
  /** Moves the focus to one of them from the button that was pressed. */
  readonly onShow: (row: SizedRow, button: HTMLButtonElement) => void
}

/** How full a budget is, in words. */
function useByteWords({ usedBytes, limitBytes }: Budget) {
  const formats = useFormats()
  const words = useLateMessages().meter
  const difference = Math.abs(usedBytes - limitBytes)
  const share = (100 * usedBytes) / limitBytes
  return {
    // Rounded down, so that 100 % is the limit itself, and up beyond it.
    full: words.full(formats.percent((share > 100 ? Math.ceil(share) : Math.floor(share)) / 100)),
    used: words.used(formats.number(usedBytes), formats.number(limitBytes)),
    room: usedBytes > limitBytes ? words.over(difference) : words.left(difference),
  }
}

// If the agent shortens a pasted text within 1 s, nothing is announced.
const announceAfterMs = 1_000

/** The text for screen readers. It changes when the budget is nearly used up and when it is exceeded, not with each key. */
function useAnnouncement(level: ByteLevel, text: string): string {
  const [spoken, setSpoken] = useState('')
  const latest = useRef(text)
  useEffect(() => {
    latest.current = text
  })
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(level === 'fine' ? '' : latest.current), announceAfterMs)
    return () => clearTimeout(timer)
  }, [level])
  return spoken
}

/** Shows how many bytes of a limit are used. Near the limit it also names the largest rows. */
export function ByteMeter({ label, usedBytes, limitBytes, detail, largest, onShow }: ByteMeterProps) {
  const level = byteLevel(usedBytes, limitBytes)
  const { full, used, room } = useByteWords({ usedBytes, limitBytes })
  const spoken = useAnnouncement(level, `${label}: ${full}, ${room}`)
  return (
    <div className="tl-meter" data-level={level} data-empty={usedBytes === 0 || undefined}>
      {/* The browser colours a meter by these bounds: up to `low` it is fine, above `high` it is too full. */}
      <meter
        aria-label={label}
        min={0}
        low={limitBytes * 0.8}
        high={limitBytes}
        max={Math.max(limitBytes, usedBytes)}
        optimum={0}
        value={usedBytes}
      >
        {full}
      </meter>
      <p>
        {usedBytes > 0 && <span className="tl-figure">{`${full} · `}</span>}
        <span>{`${used}${detail ? ` (${detail})` : ''}`}</span>
        {level !== 'fine' && <strong className="tl-figure">{` — ${room}`}</strong>}
      </p>
      {largest.length > 0 && <LargestRows rows={largest} onShow={onShow} />}
      <span className="tl-visually-hidden" role="status">
        {spoken}
      </span>
    </div>
  )
}

interface LargestRowsProps extends Pick<ByteMeterProps, 'onShow'> {
  readonly rows: readonly SizedRow[]
}

function LargestRows({ rows, onShow }: LargestRowsProps) {
  const words = useLateMessages().meter
  return (
    <p className="tl-largest">
      <span>{words.largest}</span>
      {rows.map((row) => (
        <button
          key={row.row ?? row.name}
          type="button"
          className="tl-largest-row"
          onClick={(event) => onShow(row, event.currentTarget)}
        >
          <bdi>{row.name || words.unnamed}</bdi>
          <span className="tl-figure">{words.bytes(row.bytes)}</span>
        </button>
      ))}
    </p>
  )
}

/** How full the budget is, in the line of a section, once it is nearly used up. */
export function BytesInLine(budget: Budget) {
  const level = byteLevel(budget.usedBytes, budget.limitBytes)
  const { full } = useByteWords(budget)
  if (level === 'fine') return null
  return (
    <>
      <span> </span>
      <span className={level === 'over' ? 'tl-bytes tl-error' : 'tl-bytes'} data-level={level}>
        {full}
      </span>
    </>
  )
}
