/** Files that a paste or a drop brings, and whether folders came with them, which cannot be added. */
export interface IncomingFiles {
  readonly files: readonly File[]
  readonly hasFolder: boolean
}

/** The part of a `DataTransfer` that tells what is in it. */
export interface Incoming {
  readonly files: Iterable<File>
  readonly items: Iterable<Pick<DataTransferItem, 'kind'> & { readonly webkitGetAsEntry: () => Entry | null }>
  readonly types: readonly string[]
  readonly getData: (type: string) => string
}

type Entry = Pick<FileSystemEntry, 'isDirectory'>

/** True for files. A dragged text belongs to the field on which it is dropped. */
export const bringsFiles = ({ types }: Pick<DataTransfer, 'types'>): boolean => types.includes('Files')

/** Leaves folders out: a folder also comes as a file, but its bytes cannot be read. */
export function incomingFiles({ files, items }: Pick<Incoming, 'files' | 'items'>): IncomingFiles {
  const entries = [...items].filter(({ kind }) => kind === 'file')
  const isFolder = (index: number) => entries[index]?.webkitGetAsEntry()?.isDirectory === true
  const found = [...files]
  const kept = found.filter((_, index) => !isFolder(index))
  return { files: kept, hasFolder: kept.length < found.length }
}
