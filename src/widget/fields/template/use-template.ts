import { useQuery } from '@tanstack/react-query'
import type { TaskTemplate } from '../../../core/templates/template.ts'
import { destinationsKey, retriedByAgent, type Read } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'

/** A template with its fields; no request without an id. */
export function useTemplate(templateId: string | undefined): Read<TaskTemplate> {
  const { client } = usePanelSetting()
  const read: Read<TaskTemplate> = useQuery({
    queryKey: [...destinationsKey, 'template', templateId ?? ''],
    queryFn: () => client.template(templateId ?? ''),
    enabled: templateId !== undefined,
    ...retriedByAgent,
  })
  return read
}
