import { wallClock } from '../../../../../core/time/zoned-time.ts'
import { usePanelSetting } from '../../../../setting/panel-setting.ts'
import type { IncomingFiles } from './incoming-files.ts'
import { pastedName } from './pasted-name.ts'

/** Gives pasted files their names. The bytes are not copied. */
export function usePastedNames(): (incoming: IncomingFiles) => IncomingFiles {
  const { now, zone } = usePanelSetting()
  return ({ files, hasFolder }) => {
    const instant = now()
    // All zones differ from UTC by whole minutes, so the seconds are those of UTC.
    const clock = { ...wallClock(instant, zone), seconds: instant.getUTCSeconds() }
    return {
      hasFolder,
      files: files.map((file) => {
        const name = pastedName(file.name, clock)
        return name === file.name ? file : new File([file], name, { type: file.type })
      }),
    }
  }
}
