/** A text that the agent typed into a draft, and the text that it replaced. */
interface Version {
  readonly text: string
  readonly before: Version | undefined
  readonly windowId: number
  readonly typedAtMs: number
  /** Another window has the same text of the same draft. */
  isShared?: true
  /** Why this text may be gone at the end. */
  excuse?: string
}

/** Everything that the agent typed in a run. */
export interface TextBook {
  /** `before` is the text that the agent replaced. */
  readonly note: (text: string, before: string, windowId: number, nowMs: number) => void
  /**
   * Notes that this window shows the same text of the same draft as another window, so a replacement in one counts for both.
   */
  readonly shareWith: (windowId: number, text: string) => void
  /** The last texts that were typed in this window in this time may be missing at the end. */
  readonly excuse: (
    windowId: number,
    time: { readonly fromMs: number; readonly toMs?: number },
    reason: string,
  ) => void
  /** All texts until now may be missing at the end. */
  readonly excuseAll: (untilMs: number, reason: string) => void
  /** The agent has changed this text back to a former one before the panel read or stored it: it counts as never typed. */
  readonly takeBack: (text: string, former: string) => void
  /** The texts that the agent has not replaced: each must be somewhere at the end. */
  readonly latest: () => readonly Pick<Version, 'text' | 'typedAtMs' | 'excuse'>[]
  /** The texts that this one replaced, directly or before. */
  readonly before: (text: string) => readonly string[]
}

export function createTextBook(): TextBook {
  const versions: Version[] = []
  const latestWith = (text: string) => versions.findLast((version) => version.text === text)
  const unreplaced = () =>
    versions.filter((version) => !version.isShared && !versions.some(({ before }) => before === version))
  /** Two windows may each have a draft with the same text. The agent replaces the one in this window. */
  const replacedIn = (windowId: number, text: string) => {
    const left = unreplaced().filter((version) => version.text === text)
    return left.findLast((version) => version.windowId === windowId) ?? left.at(-1) ?? latestWith(text)
  }
  return {
    note: (text, before, windowId, typedAtMs) => {
      versions.push({ text, before: replacedIn(windowId, before), windowId, typedAtMs })
    },
    shareWith: (windowId, text) => {
      const shared = unreplaced().filter((version) => version.text === text)
      const own = shared.findLast((version) => version.windowId === windowId)
      if (own && shared.length > 1) own.isShared = true
    },
    excuse: (windowId, { fromMs, toMs = Infinity }, reason) => {
      for (const version of versions) {
        const { typedAtMs } = version
        if (version.windowId === windowId && typedAtMs >= fromMs && typedAtMs <= toMs)
          version.excuse ??= reason
      }
    },
    excuseAll: (untilMs, reason) => {
      for (const version of versions) if (version.typedAtMs <= untilMs) version.excuse ??= reason
    },
    takeBack: (text, former) => {
      for (let version = latestWith(text); version && version.text !== former; version = version.before)
        versions.splice(versions.indexOf(version), 1)
    },
    latest: unreplaced,
    before: (text) => {
      const found: string[] = []
      for (let version = latestWith(text)?.before; version; version = version.before) found.push(version.text)
      return [...new Set(found)].filter((each) => each !== text)
    },
  }
}
