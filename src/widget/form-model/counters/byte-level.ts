/** How full a budget of bytes is. */
export type ByteLevel = 'fine' | 'near' | 'over'

/** From 80 % on, the panel shows the bytes even if the section is closed. */
const nearShare = 0.8

export function byteLevel(usedBytes: number, limitBytes: number): ByteLevel {
  if (usedBytes > limitBytes) return 'over'
  return usedBytes >= limitBytes * nearShare ? 'near' : 'fine'
}
