/** Two digits for hours only in a locale with 24 hours: "09:00", but "9:00 AM". */
export const hourStyle = (locale: string): '2-digit' | 'numeric' =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ? 'numeric' : '2-digit'
