import { useQuery } from '@tanstack/react-query'
import type { UploadLimits } from '../../../../contract/uploads/uploads.ts'
import { attachmentsLimit } from '../../../../core/fields/attachments/attachment.ts'
import { mostAttachments } from '../../../../core/fields/attachments/attachments-rule.ts'
import { useFieldRules } from '../../../form-model/rules/form-rules.ts'
import { uploadLimitsQuery } from '../../../form-model/uploads/upload-limits-query.ts'
import { usePanelSetting } from '../../../setting/panel-setting.ts'

/** The limits for files that are known so far. */
export interface KnownLimits {
  readonly unavailable?: Extract<UploadLimits, { available: false }>['reason']
  readonly mostFiles: number
  /** The largest file in bytes. Undefined until the limits have been read. */
  readonly byteLimit?: number
  readonly extensions?: readonly string[]
}

/** Reads the limits only while the agent looks at the section: few tasks have files. */
export function useUploadLimits(isAsked: boolean): KnownLimits {
  const { client } = usePanelSetting()
  const ruled = mostAttachments(useFieldRules())
  const { data } = useQuery({
    ...uploadLimitsQuery(client),
    enabled: isAsked,
  })
  // If the limits cannot be read, the proxy checks each file.
  if (!data) return { mostFiles: Math.min(ruled, attachmentsLimit) }
  if (!data.available) return { unavailable: data.reason, mostFiles: 0 }
  const { byteLimit, extensions, mostFiles } = data
  return { mostFiles: Math.min(ruled, mostFiles), byteLimit, extensions }
}
