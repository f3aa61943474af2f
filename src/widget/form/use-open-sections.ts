import { useState } from 'react'
import type { SectionName } from '../form-model/form-fields.ts'

export interface OpenSections<Name extends string = SectionName> {
  readonly isOpen: (section: Name) => boolean
  readonly toggle: (section: Name, isOpen: boolean) => void
}

export function useOpenSections<Name extends string = SectionName>(): OpenSections<Name> {
  const [opened, setOpened] = useState<ReadonlySet<Name>>(new Set())
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
