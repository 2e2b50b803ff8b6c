import { expect, test } from 'vitest'
import type { Paper } from '../outline/types.ts'
import { renderCsv } from './render-csv.ts'

test('renderCsv() gives a row for each cell that is no row header, formulas as text', () => {
  const paper: Paper = {
    title: 'Report',
    language: 'en-GB',
    organisation: 'Anywhere',
    committee: 'Care',
    meetingDay: '2017-06-19',
    status: 'Not published',
    frontMatter: [],
    symbols: [],
    notes: [],
    sections: [
      {
        id: 'dashboard',
        heading: 'Dashboard',
        kind: 'dashboard',
        orientation: 'landscape',
        newPage: true,
        blocks: [
          {
            block: 'table',
            id: 'values',
            caption: 'Values, with ratings',
            description: '',
            columns: [
              { heading: 'Indicator', align: 'left', isRowHeader: true, width: 1 },
              { heading: 'Mar 17', align: 'right', isRowHeader: false, width: 1 },
            ],
            rows: [
              [{ text: '=SUM(A1) "delays"' }, { text: '3.56 [r]', value: 3.56, rating: 'Red' }],
              [{ text: 'Change' }, { text: '−1.5', value: -1.5, compared: 'worse' }],
            ],
            size: 'wide',
          },
        ],
      },
    ],
  }
  expect(new TextDecoder().decode(renderCsv(paper)).split('\n')).toEqual([
    'section,table,caption,row,column,text,value,rating,compared',
    `dashboard,values,"Values, with ratings","'=SUM(A1) ""delays""",Mar 17,3.56 [r],3.56,Red,`,
    'dashboard,values,"Values, with ratings",Change,Mar 17,−1.5,-1.5,,worse',
    '',
  ])
})
