/**
 * The MIME type of each extension that Connect allows by default (IANA media types). The type in the store depends on the
 * extension, not on the browser. HTML and SVG are not in the table, because a browser would run their scripts.
 */
const typeByExtension: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  heic: 'image/heic',
  jfif: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  mov: 'video/quicktime',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  rtf: 'application/rtf',
  txt: 'text/plain',
  wav: 'audio/wav',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const unknownType = 'application/octet-stream'

/** The type under which a file with this extension is stored. An administrator may allow extensions that the table does not have. */
export const fileTypeOf = (extension: string): string =>
  Object.hasOwn(typeByExtension, extension) ? (typeByExtension[extension] ?? unknownType) : unknownType

/** The extension for a file of this type without one, such as a picture from the clipboard. */
export function mimeTypeExtension(type: string): string {
  if (type === 'image/jpeg') return 'jpg'
  return Object.entries(typeByExtension).find(([, known]) => known === type)?.[0] ?? 'txt'
}
