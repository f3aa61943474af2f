import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradicts } from './contradiction.ts'

const limit = 4_100

/** Texts are bytes, one for each character up to U+00FF. */
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    ),
  ).subarray(0, limit)

const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0)

const zipOf = (...names: readonly string[]) =>
  bytes(...names.flatMap((name) => ['PK\x03\x04', zeros(22), [name.length, 0, 0, 0], name, 'some content']))

const utf16 = (text: string) => bytes([0xff, 0xfe], [...Buffer.from(text, 'utf16le')])
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'))

const png = bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR', zeros(17))
const exe = bytes('MZ', [0x90, 0, 3, 0, 0, 0], zeros(200))
const compound = bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], zeros(500))
const video = (brand: string) => bytes([0, 0, 0, 24], 'ftyp', brand, zeros(200))
const html = '<!DOCTYPE html><html><script>alert(1)</script></html>'
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const [word, sheet, slides] = ['word/document.xml', 'xl/workbook.xml', 'ppt/presentation.xml'].map((name) =>
  zipOf('[Content_Types].xml', '_rels/.rels', name),
)

describe('a file whose content is what its name says', () => {
  it.each([
    ['png', png],
    ['png', bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0x20, 0], 'iCCP', 'x'.repeat(8_000))],
    ['jpg', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', zeros(20))],
    ['jpeg', bytes([0xff, 0xd8, 0xff, 0xe1, 0, 16], 'Exif', zeros(20))],
    ['jfif', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', zeros(20))],
    ['heic', video('heic')],
    ['heic', video('mif1')],
    ['mov', video('qt  ')],
    ['mov', bytes([0, 0, 0, 8], 'wide', [0, 0, 1, 0], 'mdat', zeros(50))],
    ['mov', video('isom')],
    ['mp4', video('isom')],
    ['mp4', video('M4V ')],
    ['wav', bytes('RIFF', zeros(4), 'WAVEfmt ', zeros(30))],
    ['pdf', bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    ['pdf', bytes([0xef, 0xbb, 0xbf], '%PDF-1.4\n')],
    ['rtf', bytes('{\\rtf1\\ansi Hello}')],
    ['doc', compound],
    ['xls', compound],
    ['ppt', compound],
    ['docx', word],
    ['docx', zipOf('word/numbering.xml', '[Content_Types].xml')],
    ['docx', zipOf('_rels/.rels', 'docProps/core.xml')],
    ['docx', compound],
    ['xlsx', sheet],
    ['xlsx', zipOf('[Content_Types].xml', 'xl/workbook.xml', 'xl/embeddings/a.docx', 'word/document.xml')],
    ['pptx', slides],
    ['txt', bytes('a')],
    ['txt', bytes('Gr\xfc\xdfe aus K\xf6ln, Windows-1252')],
    ['txt', utf8('\uFEFFGrüße aus Köln, 日本')],
    ['txt', utf16('Grüße')],
    ['txt', bytes('BMW repaired; MZ 125, PKW, GIF, II*, ID3, %, #1')],
    ['txt', bytes('<karl@example.com> wrote: 1 < 2')],
    ['txt', bytes('<?xml version="1.0"?><order><line/></order>')],
    ['csv', bytes('name;amount\r\n"Müller";1,20\r\n')],
    ['zip', zipOf('anything.exe')],
    ['msg', compound],
    ['gif', bytes('GIF89a', zeros(20))],
    ['m4v', video('isom')],
    ['log', bytes('#!/bin/sh in a log')],
    ['svg', bytes(svg)],
  ] satisfies readonly (readonly [string, Uint8Array | undefined])[])(
    'is taken as .%s',
    async (extension, content) => {
      expect(await contradicts(extension, content ?? new Uint8Array())).toBe(false)
    },
  )
})

describe('a file whose content contradicts its name', () => {
  it.each([
    ['a picture as .pdf', 'pdf', png],
    ['a picture as .jpg', 'jpg', png],
    ['a picture as .txt', 'txt', png],
    ['a program as .txt', 'txt', exe],
    ['a program as .csv', 'csv', exe],
    ['a program as .docx', 'docx', exe],
    ['a program as .png', 'png', exe],
    ['a program as .log', 'log', exe],
    ['a program as .doc', 'doc', exe],
    ['a program for Linux as .rtf', 'rtf', bytes([0x7f], 'ELF', zeros(60))],
    ['a PDF as .txt', 'txt', bytes('%PDF-1.7\n1 0 obj')],
    ['an RTF as .txt', 'txt', bytes('{\\rtf1 Hello}')],
    ['an RTF as .doc', 'doc', bytes('{\\rtf1 Hello}')],
    ['a shell script as .txt', 'txt', bytes('#!/bin/sh\nrm -rf /')],
    ['a batch file as .txt', 'txt', bytes('@echo off\r\ndel *')],
    ['a registry file as .txt', 'txt', bytes('Windows Registry Editor Version 5.00')],
    ['a page of PHP as .csv', 'csv', bytes('<?php system($_GET[0]);')],
    ['a page as .txt', 'txt', bytes(html)],
    ['a page with a byte order mark as .txt', 'txt', utf8(`\uFEFF${html}`)],
    ['a page after blanks as .csv', 'csv', bytes(` \t\r\n\f${html}`)],
    ['a page in UTF-16 as .txt', 'txt', utf16(` ${html}`)],
    ['a page in capitals as .txt', 'txt', bytes('<SCRIPT>alert(1)</SCRIPT>')],
    ['a page after a comment as .txt', 'txt', bytes(`<!-- x -->${html}`)],
    ['a page as .log', 'log', bytes(html)],
    ['a page as .rtf', 'rtf', bytes(html)],
    ['a page as .doc', 'doc', bytes(html)],
    ['a page as .xls', 'xls', bytes('<table><tr><td>1</td></tr></table>')],
    ['a page as .pdf', 'pdf', bytes(html)],
    ['an SVG as .txt', 'txt', bytes(svg)],
    ['an SVG with a byte order mark as .csv', 'csv', utf8(`\uFEFF${svg}`)],
    ['an SVG after a declaration as .txt', 'txt', bytes(`<?xml version="1.0"?>\n<!-- c -->\n${svg}`)],
    ['an SVG with a prefix as .txt', 'txt', bytes('<?xml version="1.0"?><s:svg xmlns:s="…">')],
    ['an SVG as .png', 'png', bytes(svg)],
    [
      'XML with a style sheet as .txt',
      'txt',
      bytes('<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>'),
    ],
    ['bytes without meaning as .txt', 'txt', bytes([0, 1, 2, 3])],
    ['a text as .png', 'png', bytes('Hello')],
    ['a text as .docx', 'docx', bytes('Hello')],
    ['a ZIP as .docx', 'docx', zipOf('payload.exe', 'word/document.xml')],
    ['a table as .docx', 'docx', sheet],
    ['a document as .xlsx', 'xlsx', word],
    ['a document as .pptx', 'pptx', word],
    ['a ZIP as .pdf', 'pdf', word],
    ['a ZIP as .txt', 'txt', zipOf('a.txt')],
    ['a sound as .mp4', 'mp4', bytes('RIFF', zeros(4), 'WAVEfmt ', zeros(30))],
    ['a picture as .gif', 'gif', png],
    ['nothing as .pdf', 'pdf', new Uint8Array()],
  ] satisfies readonly (readonly [string, string, Uint8Array | undefined])[])(
    'is refused: %s',
    async (_, extension, content) => {
      expect(await contradicts(extension, content ?? new Uint8Array())).toBe(true)
    },
  )
})

/* These are known, and documented for operators. */
describe('a file of two kinds at once', () => {
  it.each([
    ['a PDF that is a ZIP, too', 'pdf', bytes('%PDF-1.7\n', 'PK\x03\x04', zeros(40))],
    ['a picture with a page behind it', 'png', bytes([...png], html)],
    ['a text with a page in its middle', 'txt', bytes(`Hello\n${html}`)],
    ['a ZIP that imitates a document', 'docx', zipOf('[Content_Types].xml', 'payload.exe')],
  ])('is taken by its beginning: %s', async (_, extension, content) => {
    expect(await contradicts(extension, content)).toBe(false)
  })
})

/** Of formats that file-type looks into. */
const beginnings = [
  '\x89PNG\r\n\x1A\n',
  'MZ',
  '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1',
  'PK\x03\x04',
  '\0\0\0\x18ftypisom',
  '%PDF-1.7',
  '{\\rtf1',
  'RIFF\0\0\0\0WAVE',
  '\xFF\xD8\xFF',
  'II*\0',
  'OggS',
  'ID3',
  '<?xml',
  '\x30\x26\xB2\x75',
  '\x1A\x45\xDF\xA3',
]
const extensions = [
  'txt',
  'csv',
  'pdf',
  'png',
  'docx',
  'doc',
  'mp4',
  'heic',
  'wav',
  'zip',
  'asf',
  'constructor',
]

describe('bytes of an attacker', () => {
  it('always get an answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ maxLength: 600 }),
        fc.constantFrom(...extensions),
        async (beginning, rest, extension) => {
          expect(typeof (await contradicts(extension, bytes(beginning, Array.from(rest))))).toBe('boolean')
        },
      ),
      { numRuns: 500 },
    )
  })
})
