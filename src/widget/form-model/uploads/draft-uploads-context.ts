import { createContext } from 'react'
import type { DraftUploads } from '../../../client/uploads/drafts/draft-uploads.ts'
import { use } from '../../setting/react-19.ts'

/** The files of the draft in front of the agent. Absent until the code for them has been loaded. */
export const DraftUploadsContext = createContext<DraftUploads | undefined>(undefined)

export const useDraftUploads = (): DraftUploads | undefined => use(DraftUploadsContext)
