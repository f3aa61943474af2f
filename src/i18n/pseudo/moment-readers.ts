import { momentReaders as spoken } from '../moment-readers.ts'
import { accented, rightToLeft } from './alphabets.ts'

/** The gallery's pseudo-languages understand English, so that it can show what the panel understood. */
export const momentReaders: typeof spoken = Object.fromEntries(
  Object.entries(spoken).flatMap(([language, load]) =>
    language === 'en'
      ? [language, accented.language, rightToLeft.language].map((each) => [each, load])
      : [[language, load]],
  ),
)
