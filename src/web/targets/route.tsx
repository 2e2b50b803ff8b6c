import type { WorkbenchAnswer } from '../../answers/targets/types.ts'
import { holdsHtml } from '../../intake/exchange/read-cell.ts'
import { polarities } from '../../shared/codes.ts'
import { isDay } from '../../shared/words.ts'
import type { FieldProblem } from '../forms/error-summary.tsx'
import { readForm } from '../forms/forms.tsx'
import { type OrganisationContext, ofOrganisation, organisationPage, showPage } from '../show-page.ts'
import { type ReadPath, readPath } from './ask.ts'
import { TargetsPage } from './list-view.tsx'
import type { Written } from './save-form.tsx'
import type { SavedPath } from './services.ts'
import { WorkbenchPage } from './view.tsx'

/** The targets of a framework. */
export const targets = organisationPage({
  question: ({ services, organisation, query, moment }) =>
    services.targets(organisation.slug, query['framework'] ?? null, moment),
  view: (answer, { frame }) => <TargetsPage frame={frame} answer={answer} />,
})

/** One indicator's targets, and what a path that is asked for would mean; nothing is stored. */
export const workbench = ofOrganisation(async context => {
  const { query } = context
  const read = readPath(name => query[name])
  return shown(context, read, { saved: await savedAs(context, query['saved']) })
})

/** The number of what was saved just now, as long as it can be undone; null otherwise. */
async function savedAs({ services, organisation }: OrganisationContext, asked: string | undefined) {
  if (asked === undefined) return null
  const imports = await services.imports.list(organisation.slug)
  return imports.some(({ n, undoneBy }) => String(n) === asked && undoneBy === null) ? asked : null
}

/** The most characters of a line, and of a text of several lines. */
const longest = { line: 500, text: 5000 } as const
const lines = ['definition', 'owner', 'citation', 'note'] as const
const texts = ['rationale', 'factors', 'alternatives'] as const

/** Keeps the path that was asked for as a proposal, with its reasons. */
export const proposePath = ofOrganisation(async context => {
  const { http, services, organisation, params, path } = context
  const form = readForm(context)
  const read = readPath(form.text)
  const written: Written = Object.fromEntries(
    [...lines, ...texts, 'polarityPrinted'].map(name => [name, form.text(name).replaceAll('\r\n', '\n')]),
  )
  const problems = [
    ...read.problems,
    ...tooLong(written, lines, longest.line),
    ...tooLong(written, texts, longest.text),
    ...unfit(written),
  ]
  if (read.fields.shape === undefined) problems.push({ at: 'shape', words: 'Choose the shape of the path' })
  if (problems.length > 0 || !read.asked) return shown(context, { ...read, problems }, { written, status: 400 })
  const said = (name: string) => String(written[name])
  const words = {
    definition: said('definition'),
    owner: said('owner'),
    citation: said('citation'),
    note: said('note'),
    rationale: said('rationale'),
    factors: said('factors'),
    alternatives: said('alternatives'),
    polarityPrinted: polarities.find(({ code }) => code === written['polarityPrinted'])?.code ?? ('none' as const),
  }
  const result = await services.savePath(
    organisation.slug,
    params['indicator'] ?? '',
    { asked: read.asked, words },
    seenIn(form.text('seen')),
  )
  if (result.kind === 'saved') return http.redirect(`${path}?saved=${result.n}`, 303)
  return shown(context, { ...read, problems: [notSaved(result, 'path')] }, { written, status: 409 })
})

/** Records that the proposal was agreed, by whom and when. */
export const agreePath = ofOrganisation(async context => {
  const { http, services, organisation, params, path } = context
  const form = readForm(context)
  const written: Written = { agreedBy: form.text('agreedBy').replaceAll(/\s+/g, ' '), agreedOn: form.text('agreedOn') }
  const by = String(written['agreedBy'])
  const on = String(written['agreedOn'])
  const problems: FieldProblem[] = [
    ...(by === '' ? [{ at: 'agreedBy', words: 'Say which meeting or leadership team agreed it' }] : []),
    ...tooLong(written, ['agreedBy'], longest.line),
    ...unfit(written),
    ...(isDay(on) ? [] : [{ at: 'agreedOn', words: 'Say on which day it was agreed, as 2017-10-09' }]),
    ...(isDay(on) && on > services.today()
      ? [{ at: 'agreedOn', words: 'The day on which it was agreed cannot be in the future' }]
      : []),
  ]
  const nothingAsked: ReadPath = { fields: {}, asked: null, problems }
  if (problems.length > 0) return shown(context, nothingAsked, { written, status: 400 })
  const result = await services.agreePath(
    organisation.slug,
    params['indicator'] ?? '',
    { by, on },
    seenIn(form.text('seen')),
  )
  if (result.kind === 'saved') return http.redirect(`${path.replace(/\/agree$/, '')}?saved=${result.n}`, 303)
  return shown(context, { ...nothingAsked, problems: [notSaved(result, 'agree')] }, { written, status: 409 })
})

type Around = { readonly written?: Written; readonly saved?: string | null; readonly status?: 400 | 409 }

async function shown(context: OrganisationContext, read: ReadPath, { written, saved = null, status }: Around) {
  const { services, organisation, params, moment } = context
  const answer: WorkbenchAnswer = await services.workbench(
    organisation.slug,
    params['indicator'] ?? '',
    read.asked,
    moment,
  )
  const refused = answer.refusal === '' ? [] : [{ at: 'shape', words: answer.refusal }]
  const problems = [...read.problems, ...refused]
  const view = (
    <WorkbenchPage
      context={context}
      answer={answer}
      fields={read.fields}
      problems={problems}
      written={written ?? null}
      saved={saved}
    />
  )
  return showPage(context, view, status ?? (problems.length > 0 ? 400 : undefined))
}

/** The version that the form was made from. */
function seenIn(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

function notSaved(result: Exclude<SavedPath, { kind: 'saved' }>, at: string): FieldProblem {
  if (result.kind === 'refused') return { at, words: result.why }
  return {
    at,
    words:
      'Not saved, as somebody saved another version in the meantime. It stands on this page now; what you wrote is still here. Look at both, then save again',
  }
}

function tooLong(written: Written, names: readonly string[], most: number): FieldProblem[] {
  return names
    .filter(name => (written[name]?.length ?? 0) > most)
    .map(name => ({ at: name, words: `Say it in at most ${most} characters; there are ${written[name]?.length}` }))
}

/** What no text of the register holds is refused at the door, as an import refuses it. */
function unfit(written: Written): FieldProblem[] {
  return Object.entries(written).flatMap(([at, text]) => {
    if (holdsHtml(text)) return [{ at, words: 'Write plain text or Markdown; HTML is not taken, so take the tag out' }]
    return /[^\P{Cc}\n\t]/u.test(text) ? [{ at, words: 'Take the control characters out of this text' }] : []
  })
}
