import { momentReaders as spoken } from '../moment-readers.ts'
import { accented, rightToLeft } from './alphabets.ts'

/** The pseudo-languages read English words, so that the gallery can show the result. */
export const momentReaders: typeof spoken = Object.fromEntries(
  Object.entries(spoken).flatMap(([language, load]) =>
    language === 'en'
      ? [language, accented.language, rightToLeft.language].map((each) => [each, load])
      : [[language, load]],
  ),
)
