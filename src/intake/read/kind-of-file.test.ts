import { expect, test } from 'vitest'
import { agreeOnZip, isReadable, kindOfFile } from './kind-of-file.ts'

const zip = Buffer.from('504b0304', 'hex')
const cfb = Buffer.from('d0cf11e0a1b11ae1', 'hex')

test('kindOfFile() agrees where name and first bytes do', () => {
  expect(kindOfFile('a.CSV', Buffer.from('a,b'))).toBe('csv')
  expect(kindOfFile('a.xlsx', zip)).toBe('ooxml')
  expect(kindOfFile('a.xlsm', zip)).toBe('ooxml')
  expect(kindOfFile('a.xlsb', zip)).toBe('xlsb')
  expect(kindOfFile('a.ods', zip)).toBe('ods')
  expect(kindOfFile('a.xls', cfb)).toBe('xls')
})

test('kindOfFile() refuses what is something else, in a sentence that names both', () => {
  expect(() => kindOfFile('a.csv', zip)).toThrow(/named as a CSV file but is a workbook or another zip/)
  expect(() => kindOfFile('a.xls', Buffer.from('\ufeff <HTML><table>'))).toThrow(/is a web page/)
  expect(() => kindOfFile('a.xls', Buffer.from('<?xml version="1.0"?><Workbook>'))).toThrow(/is an XML file/)
  expect(() => kindOfFile('a.xlsx', Buffer.from('%PDF-1.4'))).toThrow(/is a PDF/)
  expect(() => kindOfFile('a.csv', Buffer.alloc(0))).toThrow(/empty/)
  expect(() => kindOfFile('a.doc', cfb)).toThrow(/not of a kind that can be read/)
})

test('agreeOnZip() knows workbooks by what they hold', () => {
  expect(() => agreeOnZip('ooxml', ['xl/workbook.xml'])).not.toThrow()
  expect(() => agreeOnZip('ods', ['xl/workbook.xml'])).toThrow(/is an Excel workbook/)
  expect(() => agreeOnZip('ooxml', ['word/document.xml'])).toThrow(/is a Word document/)
  expect(() => agreeOnZip('ods', ['readme.txt'])).toThrow(/a zip without a workbook/)
})

test('isReadable() passes over lock files, hidden files and what is no spreadsheet', () => {
  expect(['a.csv', 'a.XLSX', 'a.ods'].every(isReadable)).toBe(true)
  expect(['~$a.xlsx', '.a.csv', 'a.md', 'csv'].some(isReadable)).toBe(false)
})
