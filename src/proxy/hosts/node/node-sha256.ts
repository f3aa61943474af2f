import { createHash } from 'node:crypto'
import type { Sha256Hex } from '../../tasks/client-token.ts'

/** Takes microseconds for a short text. WebCrypto uses another thread, which takes a tenth of a millisecond. */
export const nodeSha256Hex: Sha256Hex = (text) => createHash('sha256').update(text).digest('hex')
