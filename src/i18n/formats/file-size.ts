const kibibyte = 1_024
const mebibyte = 1_024 * kibibyte

/** Rounded down: a file that is one byte too large must not be shown as larger than the limit by a tenth. */
const oneDecimal = { maximumFractionDigits: 1, roundingMode: 'floor' } as const

/** How a locale writes the size of a file. */
export function fileSizes(locale: string): (bytes: number) => string {
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
  return (bytes) => {
    if (bytes < kibibyte) return inBytes(bytes)
    return bytes < mebibyte ? inKilobytes(bytes / kibibyte) : inMegabytes(bytes / mebibyte)
  }
}
