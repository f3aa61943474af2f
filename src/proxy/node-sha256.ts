import { createHash } from 'node:crypto'
import type { Sha256Hex } from './tasks/client-token.ts'

/** Node's own: so few bytes take microseconds here, and WebCrypto's way through another thread a tenth of a millisecond. */
export const nodeSha256Hex: Sha256Hex = (text) => createHash('sha256').update(text).digest('hex')
