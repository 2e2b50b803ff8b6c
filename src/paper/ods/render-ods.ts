/**
 * The tables of a paper as an OpenDocument spreadsheet to government guidance: cover, contents and notes, then a sheet for each
 * table, marked and named, with ratings in words. Written by hand, as no library writes wrapped text, widths and named tables.
 */
import { strToU8, zipSync } from 'fflate'
import type { Paper } from '../outline/types.ts'
import { contentXml, namespaces } from './content.ts'
import { sheetsOf } from './sheets.ts'
import { element, escaped } from './xml.ts'

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet'

/** The bytes of the file: the same for the same paper, wherever and whenever it is made. */
export function renderOds(paper: Paper): Uint8Array {
  const part = (xml: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`)
  return zipSync(
    {
      // Readers know the file by its first entry, which is stored as it is.
      mimetype: [strToU8(mediaType), { level: 0 }],
      'content.xml': part(contentXml(sheetsOf(paper))),
      'styles.xml': part(stylesXml()),
      'meta.xml': part(metaXml(paper)),
      'META-INF/manifest.xml': part(manifestXml()),
    },
    // Zip keeps local time: a local first of January 1980 is written alike in every zone.
    { mtime: new Date(1980, 0, 1), level: 6 },
  )
}

function manifestXml(): string {
  const entry = (path: string, type: string, version?: string) =>
    element('manifest:file-entry', {
      'manifest:full-path': path,
      'manifest:media-type': type,
      'manifest:version': version,
    })
  return element(
    'manifest:manifest',
    { 'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest:version': '1.3' },
    entry('/', mediaType, '1.3'),
    ...['content.xml', 'styles.xml', 'meta.xml'].map(path => entry(path, 'text/xml')),
  )
}

function metaXml({ title, language, organisation, committee, meetingDay }: Paper): string {
  const text = (name: string, words: string) => element(name, {}, escaped(words))
  const day = `${meetingDay}T00:00:00`
  const meta = [
    text('meta:generator', 'Tidemark'),
    text('dc:title', title),
    text('dc:subject', `${organisation}, ${committee}`),
    text('meta:initial-creator', 'Tidemark'),
    text('dc:creator', 'Tidemark'),
    text('meta:creation-date', day),
    text('dc:date', day),
    text('dc:language', language),
  ]
  return element('office:document-meta', namespaces, element('office:meta', {}, ...meta))
}

/** Named cell styles, the language of all text, and pages across that hold every column. */
function stylesXml(): string {
  const cell = (name: string, parent: string, ...properties: readonly string[]) =>
    element(
      'style:style',
      {
        'style:name': name,
        'style:display-name': name.replace('_20_', ' '),
        ...family,
        'style:parent-style-name': parent,
      },
      ...properties,
    )
  const family = { 'style:family': 'table-cell' }
  const bold = { 'fo:font-weight': 'bold' }
  const right = element('style:paragraph-properties', { 'fo:text-align': 'end' })
  const styles = [
    element(
      'style:default-style',
      family,
      element('style:text-properties', {
        'style:font-name': 'Arial',
        'fo:font-size': '12pt',
        'fo:language': 'en',
        'fo:country': 'GB',
      }),
    ),
    element(
      'style:style',
      { 'style:name': 'Default', ...family },
      element('style:table-cell-properties', {
        'fo:wrap-option': 'wrap',
        'style:vertical-align': 'top',
        'fo:padding': '0.1cm',
      }),
    ),
    cell('Right', 'Default', right),
    cell('Head', 'Default', element('style:text-properties', bold)),
    cell('Head_20_right', 'Head', right),
    cell('Heading_20_1', 'Default', element('style:text-properties', { ...bold, 'fo:font-size': '16pt' })),
  ]
  const across = element('style:page-layout-properties', {
    'fo:page-width': '29.7cm',
    'fo:page-height': '21cm',
    'style:print-orientation': 'landscape',
    'style:scale-to-X': 1,
  })
  return element(
    'office:document-styles',
    namespaces,
    element(
      'office:font-face-decls',
      {},
      element('style:font-face', { 'style:name': 'Arial', 'svg:font-family': 'Arial' }),
    ),
    element('office:styles', {}, ...styles),
    element('office:automatic-styles', {}, element('style:page-layout', { 'style:name': 'pm1' }, across)),
    element(
      'office:master-styles',
      {},
      element('style:master-page', { 'style:name': 'Default', 'style:page-layout-name': 'pm1' }),
    ),
  )
}
