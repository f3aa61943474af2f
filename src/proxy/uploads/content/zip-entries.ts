/** The names of the files in a ZIP, as far as its beginning shows them. */

/** "PK", 3, 4: the head of each file (PKWARE APPNOTE, 4.3.7). */
const head = [0x50, 0x4b, 0x03, 0x04] as const
const nameLengthAt = 26
const nameAt = 30

export const isZip = (bytes: Uint8Array): boolean => head.every((byte, at) => bytes[at] === byte)

const latin1 = new TextDecoder('latin1')

/** Sizes in the heads may be wrong or absent, so this looks for every head. */
export function zipEntries(bytes: Uint8Array): readonly string[] {
  const names: string[] = []
  for (let at = bytes.indexOf(head[0]); at !== -1; at = bytes.indexOf(head[0], at + 1)) {
    if (!isZip(bytes.subarray(at, at + head.length))) continue
    const length = (bytes[at + nameLengthAt] ?? 0) + (bytes[at + nameLengthAt + 1] ?? 0) * 256
    names.push(latin1.decode(bytes.subarray(at + nameAt, at + nameAt + length)))
  }
  return names
}
