import { incomingFiles, type Incoming, type IncomingFiles } from './incoming-files.ts'

/**
 * Spreadsheets and word processors copy a text together with a picture of it, and the agent means the text. File managers copy
 * a file with its name as plain text, but without HTML or RTF.
 */
const isText = (data: Incoming): boolean =>
  (data.types.includes('text/html') || data.types.includes('text/rtf')) &&
  data.getData('text/plain').trim() !== ''

/** The files of a paste. None if the agent means the text. */
export const pastedFiles = (data: Incoming): IncomingFiles =>
  isText(data) ? { files: [], hasFolder: false } : incomingFiles(data)
