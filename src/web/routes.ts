import { accessibility } from './accessibility/route.tsx'
import { asset } from './asset.ts'
import { card } from './card/route.tsx'
import { dashboard } from './dashboard/route.tsx'
import { home } from './home/route.tsx'
import { pastImport } from './import/result-route.tsx'
import { importForm, takeFiles } from './import/route.tsx'
import { undoForm, undoImport } from './import/undo-route.tsx'
import { mostBytes } from './import/uploaded-files.ts'
import { decide, waiting } from './import/waiting-route.tsx'
import { organisations } from './organisations/route.tsx'
import { paperFile } from './papers/paper-file.ts'
import { papers } from './papers/route.tsx'
import type { Route } from './route.ts'

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
    query: ['rating', 'travel', 'counts'],
    link: { place: 'organisation', words: 'Dashboard' },
  },
  { method: 'GET', path: '/:org/cards/:card', audience: 'member', answer: card },
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
    path: '/:org/import',
    audience: 'officer',
    answer: importForm,
    link: { place: 'organisation', words: 'Import' },
  },
  { method: 'POST', path: '/:org/import', audience: 'officer', answer: takeFiles, formBytes: mostBytes },
  { method: 'GET', path: '/:org/import/waiting/:upload', audience: 'officer', answer: waiting },
  { method: 'POST', path: '/:org/import/waiting/:upload', audience: 'officer', answer: decide },
  { method: 'GET', path: '/:org/import/:import', audience: 'officer', answer: pastImport },
  { method: 'GET', path: '/:org/import/:import/undo', audience: 'officer', answer: undoForm },
  { method: 'POST', path: '/:org/import/:import/undo', audience: 'officer', answer: undoImport },
]
