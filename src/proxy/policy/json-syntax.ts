import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import { shortened } from '../../core/text/text.ts'

/** The first mistakes in as many lines. */
const mistakesLimit = 5

/** UTF-16 units of the line on each side of a mistake. */
const neighbourUnits = 24

type JsonReading =
  | { readonly ok: true; readonly json: unknown }
  /** Sentences with line and column. */
  | { readonly ok: false; readonly mistakes: readonly string[] }

/** The words for each mistake, by the parser’s names. */
const wordsByName: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a name or text must be in double quotes, and only true, false and null stand without',
  InvalidNumberFormat: 'this is not a number as JSON writes it, such as 6 or 0.5',
  PropertyNameExpected:
    'the name of a member in double quotes must be here; remove a comma before } if there is one',
  ValueExpected:
    'a value must be here: a text in double quotes, a number, true, false, null, [ or {; remove a comma before ] if there is one',
  ColonExpected: 'a colon must be here, after the name of a member',
  CommaExpected: 'a comma must be here, between two members',
  CloseBraceExpected: 'a } is missing',
  CloseBracketExpected: 'a ] is missing',
  EndOfFileExpected: 'the file must end here, after its first object',
  InvalidCommentToken: 'JSON has no comments: remove this one',
  UnexpectedEndOfComment: 'JSON has no comments: remove this one',
  UnexpectedEndOfString: 'the double quotes at the end of this text are missing',
  UnexpectedEndOfNumber: 'this is not a number as JSON writes it, such as 6 or 0.5',
  InvalidUnicode: 'write \\u with four hexadecimal digits, such as \\u00e9',
  InvalidEscapeCharacter: 'write a backslash in a text as \\\\',
  InvalidCharacter: 'this character must be escaped: a line break as \\n, a tab as \\t',
}

/** The part of the line around a mistake, without control characters. */
function neighbourhood(line: string, column: number): string {
  const from = Math.max(0, column - 1 - neighbourUnits)
  const part = `${from > 0 ? '…' : ''}${line.slice(from)}`
  return shortened(part.replaceAll(/\p{Cc}/gu, ' '), 2 * neighbourUnits).trim()
}

function mistakeAt(text: string, { error, offset }: ParseError) {
  const before = text.slice(0, offset).split(/\r?\n/)
  const column = (before.at(-1)?.length ?? 0) + 1
  const [line = ''] = text.slice(offset - column + 1).split(/\r?\n/, 1)
  const near = neighbourhood(line, column)
  const place = `line ${before.length}, column ${column}`
  return {
    line: before.length,
    sentence: `It is not JSON (${place}${near === '' ? '' : `, near ${near}`}): ${wordsByName[printParseErrorCode(error)] ?? 'this cannot be read'}.`,
  }
}

/**
 * Reads JSON. The messages of V8 differ between the versions of Node, and often have no position.
 *
 *     readJson('{\n  "flows": [1 2]\n}')  // … (line 2, column 15, near "flows": [1 2]): a comma must be here, …
 */
export function readJson(text: string): JsonReading {
  try {
    return { ok: true, json: JSON.parse(text) }
  } catch {
    // The message repeats nothing of a file that is no JSON: it may be a key.
    if (!/^\s*[{[]/.test(text)) {
      const came = text.trim() === '' ? 'is empty' : 'does not begin with {'
      return {
        ok: false,
        mistakes: [`It is not JSON: it ${came}. The smallest policy is {"policies":[{"name":"Everybody"}]}.`],
      }
    }
    const errors: ParseError[] = []
    parse(text, errors, { disallowComments: true, allowTrailingComma: false })
    const firstInLine = new Map<number, string>()
    for (const error of errors.slice(0, 10 * mistakesLimit)) {
      const { line, sentence } = mistakeAt(text, error)
      // One mistake often causes others behind it.
      if (!firstInLine.has(line)) firstInLine.set(line, sentence)
    }
    const mistakes = [...firstInLine.values()].slice(0, mistakesLimit)
    return { ok: false, mistakes: mistakes.length > 0 ? mistakes : ['It is not JSON.'] }
  }
}
