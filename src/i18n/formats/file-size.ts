const kibibyte = 1_024
const mebibyte = 1_024 * kibibyte

/** Rounded down: 20 MB and one byte is "20 MB", not "20.1 MB". */
const oneDecimal = { maximumFractionDigits: 1, roundingMode: 'floor' } as const

/** Rounded up: 20 MB and one byte is "20.01 MB", so that a file that is too large does not seem to fit. */
const twoDecimals = { maximumFractionDigits: 2, roundingMode: 'ceil' } as const

interface FileSizes {
  readonly fileSize: (bytes: number) => string
  /** The size of a file that is too large, for the complaint. */
  readonly excessSize: (bytes: number) => string
}

/** Formats for file sizes in a locale. */
export function fileSizes(locale: string): FileSizes {
  const unit = (name: 'byte' | 'kilobyte' | 'megabyte', options: Intl.NumberFormatOptions = {}) => {
    let format: Intl.NumberFormat | undefined
    return (amount: number) => {
      format ??= new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: name,
        unitDisplay: 'short',
        ...options,
      })
      // A line must not end between the number and its unit.
      return format.format(amount).replaceAll(' ', '\u00a0')
    }
  }
  const inBytes = unit('byte', { unitDisplay: 'long' })
  const inKilobytes = unit('kilobyte', { maximumFractionDigits: 0 })
  const inMegabytes = unit('megabyte', oneDecimal)
  const inHundredths = unit('megabyte', twoDecimals)
  return {
    fileSize: (bytes) => {
      if (bytes < kibibyte) return inBytes(bytes)
      return bytes < mebibyte ? inKilobytes(bytes / kibibyte) : inMegabytes(bytes / mebibyte)
    },
    excessSize: (bytes) => inHundredths(bytes / mebibyte),
  }
}
