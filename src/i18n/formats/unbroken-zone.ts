/** "GMT-5" with a non-breaking hyphen. */
export const unbrokenZone = (text: string): string => text.replaceAll(/(?<=GMT|UTC)-(?=\d)/g, '\u2011')
