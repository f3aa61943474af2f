// The URL parser mends what stricter readers refuse: blanks, a third slash, backslashes.
const webAddressPattern = /^https?:\/\/(?!\/)[^\s\p{Cc}\\]+$/iu
export const isWebAddress = (text: string): boolean => webAddressPattern.test(text) && URL.canParse(text)
