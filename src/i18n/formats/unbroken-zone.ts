/** "GMT-5" with a hyphen at which no line ends. */
export const unbrokenZone = (text: string): string => text.replaceAll(/(?<=GMT|UTC)-(?=\d)/g, '\u2011')
