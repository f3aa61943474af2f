import { useState } from 'react'
import type { SectionName } from './section-name.ts'

export interface OpenSections {
  readonly isOpen: (section: SectionName) => boolean
  readonly toggle: (section: SectionName, isOpen: boolean) => void
}

export function useOpenSections(): OpenSections {
  const [opened, setOpened] = useState<ReadonlySet<SectionName>>(new Set())
  return {
    isOpen: (section) => opened.has(section),
    toggle: (section, isOpen) =>
      setOpened((before) => {
        if (before.has(section) === isOpen) return before
        return isOpen
          ? new Set([...before, section])
          : new Set([...before].filter((each) => each !== section))
      }),
  }
}
