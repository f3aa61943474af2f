/* The default alphabet of 3GPP TS 23.038 (GSM 03.38), sections 6.2.1 and 6.2.1.1. */

/** In the order of the table, by columns; the escape to the extension table is left out. */
const basicTable =
  '@£$¥èéùìòÇ\nØø\rÅå' +
  'Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ' +
  ' !"#¤%&\'()*+,-./' +
  '0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNO' +
  'PQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmno' +
  'pqrstuvwxyzäöñüà'

/** Each needs an escape before it, so it takes two septets. */
const extensionTable = '\f^{}\\[~]|€'

const septets = new Map([
  ...Array.from(basicTable, (character) => [character, 1] as const),
  ...Array.from(extensionTable, (character) => [character, 2] as const),
])

/** The septets of a character; undefined if the alphabet lacks it. */
export const septetsOf = (character: string): number | undefined => septets.get(character)
