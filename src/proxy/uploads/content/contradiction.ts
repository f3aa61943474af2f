import { fileTypeFromBuffer, supportedExtensions } from 'file-type/core'
import { isPage, isPlainText, textOf } from './text-content.ts'
import { isZip, zipEntries } from './zip-entries.ts'

/* Finds contents that cannot be what the extension says. It proves no file harmless: Amazon Connect scans for that. */

/** The compound file of Office before 2007, and of its documents with a password since. */
const compound = ['cfb']
/** One container. Cameras and phones give it any of these names. */
const videos = ['mp4', 'm4v', 'mov', '3gp', '3g2', 'm4a', 'f4v']
const families = [videos, ['ogg', 'oga', 'ogv', 'ogm', 'ogx', 'opus', 'spx']]

/** The kinds of content that each extension may have, in file-type’s names. */
const kindsByExtension: Readonly<Record<string, readonly string[]>> = {
  doc: compound,
  xls: compound,
  ppt: compound,
  heic: ['heic', 'avif'],
  jfif: ['jpg'],
  jpeg: ['jpg'],
  jpg: ['jpg'],
  png: ['png', 'apng'],
  mov: videos,
  mp4: videos,
  pdf: ['pdf'],
  rtf: ['rtf'],
  wav: ['wav'],
}

/** The folder of the document itself in a file of Office since 2007 (ECMA-376, part 2). */
const folderByExtension: Readonly<Record<string, string>> = { docx: 'word/', xlsx: 'xl/', pptx: 'ppt/' }
const officeFolders = Object.values(folderByExtension)

/** Only Office’s own programs and their imitators begin a ZIP with one of these. */
const officeBeginnings = ['[Content_Types].xml', '_rels/', 'docProps/', 'customXml/', ...officeFolders]

const textExtensions = new Set(['txt', 'csv'])
/** An administrator who allows one of these wants programs or pages. */
const pageExtensions = new Set(['htm', 'html', 'xhtml', 'svg', 'xml', 'mht', 'mhtml'])
const programKinds = new Set([
  'exe',
  'elf',
  'macho',
  'class',
  'lnk',
  'jar',
  'apk',
  'wasm',
  'swf',
  'crx',
  'xpi',
])

const known: ReadonlySet<string> = supportedExtensions

const pngBeginning = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** file-type looks behind the first blocks of a PNG, which may lie behind the bytes that the proxy has. */
async function kindOf(bytes: Uint8Array): Promise<string | undefined> {
  if (pngBeginning.every((byte, at) => bytes[at] === byte)) return 'png'
  return (await fileTypeFromBuffer(bytes))?.ext
}

/** The first folder decides: a document inside the document is stored later. */
function contradictsOffice(folder: string, bytes: Uint8Array): boolean {
  const names = zipEntries(bytes)
  if (!officeBeginnings.some((beginning) => names[0]?.startsWith(beginning))) return true
  const found = names.find((name) => officeFolders.some((each) => name.startsWith(each)))
  return found !== undefined && !found.startsWith(folder)
}

const isFamily = (one: string, other: string) =>
  families.some((family) => family.includes(one) && family.includes(other))

/** An extension that the table does not know: an administrator of Connect has added it. */
async function contradictsOther(extension: string, bytes: Uint8Array): Promise<boolean> {
  const text = textOf(bytes)
  if (text !== undefined) return isPage(text) && !pageExtensions.has(extension)
  if (isZip(bytes)) return false
  const kind = await kindOf(bytes)
  if (kind === undefined || kind.endsWith(extension) || isFamily(kind, extension)) return false
  return programKinds.has(kind) || known.has(extension)
}

/** True if a file with this extension (in lower case, without its dot) cannot begin with these bytes. */
export async function contradicts(extension: string, bytes: Uint8Array): Promise<boolean> {
  if (textExtensions.has(extension)) {
    const text = textOf(bytes)
    return text === undefined || !isPlainText(text)
  }
  const folder = Object.hasOwn(folderByExtension, extension) ? folderByExtension[extension] : undefined
  if (folder !== undefined) {
    if (isZip(bytes)) return contradictsOffice(folder, bytes)
    return !compound.includes((await kindOf(bytes)) ?? '')
  }
  const kinds = Object.hasOwn(kindsByExtension, extension) ? kindsByExtension[extension] : undefined
  return kinds ? !kinds.includes((await kindOf(bytes)) ?? '') : contradictsOther(extension, bytes)
}
