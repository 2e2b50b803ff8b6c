import type { OrganisationView } from '../../answers/types.ts'
import type { Erratum, FrozenFile, Manifest } from '../../paper/publication/manifest.ts'
import { papersBy } from '../../paper/publication/papers-by.ts'
import { counted, dayInWords } from '../../shared/words.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'

type Props = {
  readonly frame: Frame
  readonly organisation: OrganisationView
  /** Every version, in the order of meetings and versions. */
  readonly publications: readonly Manifest[]
  /** The day in the United Kingdom at an instant. */
  readonly dayOf: (instant: string) => string
}

/** Every published paper of an organisation, the latest meeting first, with the files of each version. */
export function PapersPage({ frame, organisation, publications, dayOf }: Props) {
  const shown = papersBy(publications, frame.asAt, dayOf)
  const meetings = [...Map.groupBy(shown, each => each.meeting).values()].reverse()
  const since = new Set(publications.filter(each => !shown.includes(each)).map(each => each.meeting)).size
  return (
    <Page frame={frame.audience === 'public' ? { ...frame, day: null } : frame} title="Papers">
      <hgroup class="headline">
        <p class="eyebrow">{organisation.name}</p>
        <h1>Papers</h1>
        <p class="lead">
          {meetings.length === 0
            ? since > 0
              ? 'No paper had been published by this day.'
              : 'No paper has been published yet.'
            : 'What was published for each meeting. A published paper is never changed: a correction is a further version, which says what it corrects.'}
        </p>
      </hgroup>
      {since > 0 && (
        <p>
          {counted(since, 'paper was', 'papers were')} published since:{' '}
          <a href={`/${organisation.slug}/papers`}>all papers as known today</a>.
        </p>
      )}
      {meetings.map(versions => (
        <Meeting versions={versions.toReversed()} dayOf={dayOf} />
      ))}
    </Page>
  )
}

type DayOf = { readonly dayOf: (instant: string) => string }

function Meeting({ versions, dayOf }: { versions: readonly Manifest[] } & DayOf) {
  const [latest] = versions
  if (!latest) return null
  const id = `meeting-${latest.meeting}`
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>
        {latest.title}, {dayInWords(latest.meeting)}
      </h2>
      <p class="section-lead">{latest.committee}</p>
      {versions.map(version => (
        <Version version={version} isLatest={version === latest} dayOf={dayOf} />
      ))}
    </section>
  )
}

function Version({ version: paper, isLatest, dayOf }: { version: Manifest; isLatest: boolean } & DayOf) {
  const { meeting, version, erratum, files, auditHead } = paper
  return (
    <section class="paper-version" aria-label={`Version ${version} of ${dayInWords(meeting)}`}>
      <h3>
        Version {version}
        {isLatest ? '' : ', corrected since'}
      </h3>
      <p>Published {dayInWords(dayOf(paper.publishedAt))}</p>
      <ul class="paper-files">
        {files.map(file => (
          <li>
            <a href={fileLink(paper, file)}>
              {nameOf(file)}
              <span class="visually-hidden">
                {' '}
                of version {version}, {dayInWords(meeting)}
              </span>
            </a>{' '}
            <span class="quiet">{sizeInWords(file.bytes)}</span>
          </li>
        ))}
      </ul>
      {erratum && <Corrected erratum={erratum} id={`erratum-${meeting}-${version}`} dayOf={dayOf} />}
      {auditHead !== '' && (
        <p class="quiet">
          Audit head <code>{auditHead}</code>
        </p>
      )}
    </section>
  )
}

function Corrected({ erratum, id, dayOf }: { erratum: Erratum; id: string } & DayOf) {
  const { replaces, replacesPublishedAt, why, changes } = erratum
  return (
    <>
      <p>
        Corrects version {replaces}, published {dayInWords(dayOf(replacesPublishedAt))}. Why: {why}
      </p>
      <details>
        <summary>
          {counted(changes.length, 'place')} {changes.length === 1 ? 'differs' : 'differ'}
          <span class="visually-hidden"> from version {replaces}</span>
        </summary>
        <section class="table-scroll" aria-labelledby={id} tabindex={0}>
          <table class="actions-table">
            <caption id={id} class="visually-hidden">
              What differs from version {replaces} of this paper
            </caption>
            <thead>
              <tr>
                <th scope="col">Place</th>
                <th scope="col">Before</th>
                <th scope="col">Now</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(change => (
                <tr>
                  <th scope="row">{change.where}</th>
                  <td>{change.old ?? 'not there'}</td>
                  <td>{change.new ?? 'not there'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </>
  )
}

function fileLink({ organisation, meeting, version }: Manifest, { name }: FrozenFile): string {
  return `/${organisation}/papers/${meeting}/${version}/${encodeURIComponent(name)}`
}

const formatNames: Readonly<Record<string, string>> = {
  html: 'Web page (HTML)',
  docx: 'Word (DOCX)',
  pdf: 'PDF',
  csv: 'Tables (CSV)',
  ods: 'Spreadsheet (ODS)',
  json: 'Data (JSON)',
}

function nameOf({ format }: FrozenFile): string {
  return formatNames[format] ?? format.toUpperCase()
}

/** A size as readers know it. @example sizeInWords(403977) // '404 kB' */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte')
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
