import { attributeKeyPattern } from './attribute.ts'

/**
 * A key that Connect takes, in place of one that it refuses: other signs become “_”.
 *
 *     mendedKey('contract end')  // 'contract_end'
 *     mendedKey('名前')           // undefined
 */
export function mendedKey(key: string): string | undefined {
  const mended = key
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z\d_-]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  return mended !== key && attributeKeyPattern.test(mended) ? mended : undefined
}
