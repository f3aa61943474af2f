import { incomingFiles, type Incoming, type IncomingFiles } from './incoming-files.ts'

/**
 * A text with a picture of itself, as spreadsheets and word processors copy it. File managers write the name of a copied
 * file as a plain text, but with no layout.
 */
const isText = (data: Incoming): boolean =>
  (data.types.includes('text/html') || data.types.includes('text/rtf')) &&
  data.getData('text/plain').trim() !== ''

/** The files of a paste; none where a text is meant. */
export const pastedFiles = (data: Incoming): IncomingFiles =>
  isText(data) ? { files: [], hasFolder: false } : incomingFiles(data)
