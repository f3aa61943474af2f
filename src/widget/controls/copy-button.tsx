import { useState } from 'react'
import { useLateMessages } from '../late/late-messages.ts'
import { Icon } from './icons/icon.tsx'

export interface CopyButtonProps {
  readonly label: string
  readonly text: string
}

/** Copies a text, and says whether that worked. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const words = useLateMessages().copying
  const [news, setNews] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setNews(words.copied)
    } catch {
      // `navigator.clipboard` is missing in a frame without the permission and on a page without TLS.
      setNews(words.notCopied)
    }
  }
  return (
    <>
      <button type="button" className="tl-quiet" onClick={() => void copy()}>
        <Icon name={news === words.copied ? 'check' : 'copy'} />
        <span>{label}</span>
      </button>
      <span role="status" className="tl-hint">
        {news}
      </span>
    </>
  )
}
