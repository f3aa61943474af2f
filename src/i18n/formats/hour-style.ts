/** Hours with two digits only where a locale counts to 24: "09:00", and "9:00 AM". */
export const hourStyle = (locale: string): '2-digit' | 'numeric' =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ? 'numeric' : '2-digit'
