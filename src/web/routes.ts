import { ownCopy } from './about/own-copy.ts'
import { aboutTheData } from './about/route.tsx'
import { accessibility } from './accessibility/route.tsx'
import { actions } from './actions/route.tsx'
import { asset } from './asset.ts'
import { card } from './card/route.tsx'
import { cards } from './cards/route.tsx'
import { councilsFile } from './compared/councils-file.ts'
import { allCouncilsFile } from './compared/map-file.ts'
import { allCouncils } from './compared/map-route.tsx'
import { measureCompared } from './compared/measure-route.tsx'
import { compared } from './compared/route.tsx'
import { coverage } from './coverage/route.tsx'
import { choiceNames } from './dashboard/choice.ts'
import { dashboardFile } from './dashboard/file.ts'
import { dashboard } from './dashboard/route.tsx'
import { exceptions } from './exceptions/route.tsx'
import { findings } from './findings/route.tsx'
import { forecasts, pastForecasts } from './forecasts/route.tsx'
import { glossary } from './glossary/route.tsx'
import { home } from './home/route.tsx'
import { pastImport } from './import/result-route.tsx'
import { importForm, takeFiles } from './import/route.tsx'
import { undoForm, undoImport } from './import/undo-route.tsx'
import { mostBytes } from './import/uploaded-files.ts'
import { decide, waiting } from './import/waiting-route.tsx'
import { indicatorFile } from './indicator/indicator-file.ts'
import { indicator } from './indicator/route.tsx'
import { organisations } from './organisations/route.tsx'
import { paperFile } from './papers/paper-file.ts'
import { papers } from './papers/route.tsx'
import { ratings } from './ratings/route.tsx'
import { choiceNames as ofRecords } from './records/choice.ts'
import { recordsEqualities, recordsEqualitiesFile } from './records/equalities/route.tsx'
import { recordsExplain, recordsExplainFile } from './records/explain/route.tsx'
import { leaveOutOrCount, recordsOfFile } from './records/files/route.tsx'
import { mostBytes as mostRecordsBytes } from './records/intake/limits.ts'
import { intakeForm, takeRecordsIn, takingIn } from './records/intake/route.tsx'
import { recordsMeasures, recordsMeasuresFile } from './records/measures/route.tsx'
import { recordsMoved, recordsMovedFile } from './records/moved/route.tsx'
import { recordsOverview } from './records/overview/route.tsx'
import { recordsPeople } from './records/people/route.tsx'
import { recordsPublished, recordsPublishedFile } from './records/published/route.tsx'
import { recordsQuality, recordsQualityFile } from './records/quality/route.tsx'
import { recordsTable, recordsTableFile, recordsTableList } from './records/tables/route.tsx'
import { round } from './round/route.tsx'
import type { Route } from './route.ts'
import { search } from './search/route.tsx'
import { signal } from './signal/route.tsx'
import { strategy } from './strategy/route.tsx'
import { summary } from './summary/route.tsx'
import { pathFields } from './targets/ask.ts'
import { paperFormats, targetsFile } from './targets/paper-file.ts'
import { agreePath, proposePath, targets, workbench } from './targets/route.tsx'

/**
 * Every address that the server answers, and who may ask for it. Nothing else is answered. The order of the rows is the
 * order of the links in the frame; a fixed path stands before one that begins with ":org".
 */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/assets/:name', audience: 'public', answer: asset },
  { method: 'GET', path: '/', audience: 'member', answer: organisations },
  {
    method: 'GET',
    path: '/help/accessibility',
    audience: 'public',
    answer: accessibility,
    link: { place: 'footer', words: 'Accessibility' },
  },
  {
    method: 'GET',
    path: '/help/glossary',
    audience: 'public',
    answer: glossary,
    link: { place: 'footer', words: 'Glossary' },
  },
  {
    method: 'GET',
    path: '/help/coverage',
    audience: 'member',
    answer: coverage,
    link: { place: 'footer', words: 'National figures' },
  },
  {
    method: 'GET',
    path: '/:org',
    audience: 'member',
    answer: home,
    link: { place: 'organisation', words: 'Home' },
  },
  {
    method: 'GET',
    path: '/:org/dashboard',
    audience: 'member',
    answer: dashboard,
    query: choiceNames,
    link: { place: 'organisation', words: 'Dashboard' },
  },
  { method: 'GET', path: '/:org/dashboard.csv', audience: 'member', answer: dashboardFile('csv'), query: choiceNames },
  { method: 'GET', path: '/:org/dashboard.ods', audience: 'member', answer: dashboardFile('ods'), query: choiceNames },
  {
    method: 'GET',
    path: '/:org/exceptions',
    audience: 'member',
    answer: exceptions,
    query: ['reason'],
    link: { place: 'organisation', words: 'Exceptions' },
  },
  {
    method: 'GET',
    path: '/:org/signal',
    audience: 'member',
    answer: signal,
    query: ['framework'],
    link: { place: 'more', words: 'Signal' },
  },
  {
    method: 'GET',
    path: '/:org/round',
    audience: 'member',
    answer: round,
    link: { place: 'more', words: 'In the round' },
  },
  {
    method: 'GET',
    path: '/:org/forecasts',
    audience: 'member',
    answer: forecasts,
    query: ['framework'],
    link: { place: 'more', words: 'Forecast' },
  },
  {
    method: 'GET',
    path: '/:org/forecasts/:indicator',
    audience: 'member',
    answer: pastForecasts,
    query: ['framework'],
  },
  {
    method: 'GET',
    path: '/:org/summary',
    audience: 'member',
    answer: summary,
    link: { place: 'more', words: 'Summary' },
  },
  {
    method: 'GET',
    path: '/:org/cards',
    audience: 'member',
    answer: cards,
    query: ['show'],
    link: { place: 'organisation', words: 'Report cards' },
  },
  { method: 'GET', path: '/:org/cards/:card', audience: 'member', answer: card },
  {
    method: 'GET',
    path: '/:org/actions',
    audience: 'member',
    answer: actions,
    query: ['indicator', 'meeting', 'owner', 'state'],
    link: { place: 'organisation', words: 'Actions' },
  },
  {
    method: 'GET',
    path: '/:org/strategy',
    audience: 'member',
    answer: strategy,
    link: { place: 'more', words: 'Strategy' },
  },
  {
    method: 'GET',
    path: '/:org/compared',
    audience: 'member',
    answer: compared,
    query: ['group'],
    link: { place: 'organisation', words: 'Compared' },
  },
  {
    method: 'GET',
    path: '/:org/compared/:measure',
    audience: 'member',
    answer: measureCompared,
    query: ['group', 'period', 'limits'],
  },
  {
    method: 'GET',
    path: '/:org/compared/:measure/councils.csv',
    audience: 'member',
    answer: councilsFile,
    query: ['group', 'period'],
  },
  { method: 'GET', path: '/:org/compared/:measure/map', audience: 'member', answer: allCouncils, query: ['period'] },
  {
    method: 'GET',
    path: '/:org/compared/:measure/map.csv',
    audience: 'member',
    answer: allCouncilsFile,
    query: ['period'],
  },
  { method: 'GET', path: '/:org/indicators/:indicator', audience: 'member', answer: indicator, query: ['history'] },
  { method: 'GET', path: '/:org/indicators/:indicator/:file', audience: 'member', answer: indicatorFile },
  {
    method: 'GET',
    path: '/:org/papers',
    audience: 'public',
    answer: papers,
    link: { place: 'organisation', words: 'Papers' },
  },
  { method: 'GET', path: '/:org/papers/:meeting/:version/:file', audience: 'public', answer: paperFile },
  {
    method: 'GET',
    path: '/:org/how-ratings-work',
    audience: 'member',
    answer: ratings,
    link: { place: 'more', words: 'How ratings work' },
  },
  {
    method: 'GET',
    path: '/:org/findings',
    audience: 'member',
    answer: findings,
    link: { place: 'more', words: 'Findings' },
  },
  {
    method: 'GET',
    path: '/:org/about-the-data',
    audience: 'member',
    answer: aboutTheData,
    link: { place: 'more', words: 'About the data' },
  },
  { method: 'GET', path: '/:org/about-the-data/everything.zip', audience: 'officer', answer: ownCopy },
  {
    method: 'GET',
    path: '/:org/search',
    audience: 'member',
    answer: search,
    query: ['q'],
    link: { place: 'search', words: 'Search' },
  },
  {
    method: 'GET',
    path: '/:org/targets',
    audience: 'officer',
    answer: targets,
    query: ['framework'],
    link: { place: 'organisation', words: 'Targets' },
  },
  ...paperFormats.map(
    (format): Route => ({
      method: 'GET',
      path: `/:org/target-setting-paper.${format}`,
      audience: 'officer',
      answer: targetsFile(format),
      query: ['framework'],
    }),
  ),
  {
    method: 'GET',
    path: '/:org/targets/:indicator',
    audience: 'officer',
    answer: workbench,
    query: [...pathFields, 'saved'],
  },
  { method: 'POST', path: '/:org/targets/:indicator', audience: 'officer', answer: proposePath },
  { method: 'POST', path: '/:org/targets/:indicator/agree', audience: 'officer', answer: agreePath },
  {
    method: 'GET',
    path: '/:org/import',
    audience: 'officer',
    answer: importForm,
    link: { place: 'more', words: 'Import' },
  },
  { method: 'POST', path: '/:org/import', audience: 'officer', answer: takeFiles, formBytes: mostBytes },
  { method: 'GET', path: '/:org/import/waiting/:upload', audience: 'officer', answer: waiting },
  { method: 'POST', path: '/:org/import/waiting/:upload', audience: 'officer', answer: decide },
  { method: 'GET', path: '/:org/import/:import', audience: 'officer', answer: pastImport },
  { method: 'GET', path: '/:org/import/:import/undo', audience: 'officer', answer: undoForm },
  { method: 'POST', path: '/:org/import/:import/undo', audience: 'officer', answer: undoImport },
  {
    method: 'GET',
    path: '/:org/records',
    audience: 'officer',
    answer: recordsOverview,
    query: ofRecords,
    link: { place: 'more', words: 'Client records' },
  },
  { method: 'GET', path: '/:org/records/import', audience: 'officer', answer: intakeForm },
  {
    method: 'POST',
    path: '/:org/records/import',
    audience: 'officer',
    answer: takeRecordsIn,
    formBytes: mostRecordsBytes,
    inParts: true,
  },
  { method: 'GET', path: '/:org/records/import/:upload', audience: 'officer', answer: takingIn },
  { method: 'GET', path: '/:org/records/files/:file', audience: 'officer', answer: recordsOfFile },
  { method: 'POST', path: '/:org/records/files/:file', audience: 'officer', answer: leaveOutOrCount },
  { method: 'GET', path: '/:org/records/measures', audience: 'officer', answer: recordsMeasures, query: ofRecords },
  {
    method: 'GET',
    path: '/:org/records/measures/files/:file',
    audience: 'officer',
    answer: recordsMeasuresFile,
    query: ofRecords,
  },
  {
    method: 'GET',
    path: '/:org/records/measures/:measure',
    audience: 'officer',
    answer: recordsExplain,
    query: [...ofRecords, 'breakdown'],
  },
  {
    method: 'GET',
    path: '/:org/records/measures/:measure/files/:file',
    audience: 'officer',
    answer: recordsExplainFile,
    query: ofRecords,
  },
  {
    method: 'GET',
    path: '/:org/records/measures/:measure/people',
    audience: 'officer',
    answer: recordsPeople,
    query: [...ofRecords, 'breakdown', 'of', 'page'],
  },
  { method: 'GET', path: '/:org/records/tables', audience: 'officer', answer: recordsTableList, query: ofRecords },
  { method: 'GET', path: '/:org/records/tables/:table', audience: 'officer', answer: recordsTable, query: ofRecords },
  {
    method: 'GET',
    path: '/:org/records/tables/:table/files/:file',
    audience: 'officer',
    answer: recordsTableFile,
    query: ofRecords,
  },
  { method: 'GET', path: '/:org/records/quality', audience: 'officer', answer: recordsQuality, query: ofRecords },
  {
    method: 'GET',
    path: '/:org/records/quality/files/:file',
    audience: 'officer',
    answer: recordsQualityFile,
    query: ofRecords,
  },
  {
    method: 'GET',
    path: '/:org/records/moved',
    audience: 'officer',
    answer: recordsMoved,
    query: [...ofRecords, 'measure', 'breakdown', 'from'],
  },
  {
    method: 'GET',
    path: '/:org/records/moved/files/:file',
    audience: 'officer',
    answer: recordsMovedFile,
    query: [...ofRecords, 'measure', 'from'],
  },
  {
    method: 'GET',
    path: '/:org/records/equalities',
    audience: 'officer',
    answer: recordsEqualities,
    query: [...ofRecords, 'measure', 'breakdown'],
  },
  {
    method: 'GET',
    path: '/:org/records/equalities/files/:file',
    audience: 'officer',
    answer: recordsEqualitiesFile,
    query: ofRecords,
  },
  { method: 'GET', path: '/:org/records/published', audience: 'officer', answer: recordsPublished, query: ofRecords },
  {
    method: 'GET',
    path: '/:org/records/published/files/:file',
    audience: 'officer',
    answer: recordsPublishedFile,
    query: ofRecords,
  },
]
