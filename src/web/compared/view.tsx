import { raw } from 'hono/html'
import type { ComparedAnswer, ComparedRow } from '../../answers/compared/types.ts'
import type { signLooks } from '../../charts/drawing/signs.ts'
import { spine } from '../../charts/spine/spine.ts'
import { capitalised } from '../../shared/words.ts'
import { DirectionMark } from '../components/marks.tsx'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { GroupChoices } from './group-form.tsx'
import { Standing } from './standing.tsx'
import { atDecimals, figureOf, furtherOut, licenceInWords } from './words.ts'

type Props = { readonly frame: Frame; readonly answer: ComparedAnswer }

/** A council's profile: every measure with its place, its difference from England and where it lies between worst and best. */
export function ComparedPage({ frame, answer }: Props) {
  const { organisation } = answer
  const coverage = linkTo('/help/coverage', { 'as-at': frame.asAt })
  const title = answer.kind === 'none' ? 'Compared with others' : `Compared with ${answer.group.inWords}`
  return (
    <Page frame={frame} title={title} licence={answer.kind === 'none' ? '' : licenceInWords(answer.sources)}>
      <hgroup class="headline">
        <p class="eyebrow">{organisation.name}</p>
        <h1>{title}</h1>
        <p class="lead">
          {answer.kind === 'none'
            ? `${organisation.name} cannot be compared. ${capitalised(answer.because)}.${answer.sections.length > 0 ? ' Every measure can be seen over all councils of England.' : ''}`
            : `Figures that national publishers give of ${answer.council}, each of its latest year, beside the councils of ${answer.group.inWords}.`}
        </p>
      </hgroup>
      {answer.kind === 'profile' && <Profile answer={answer} asAt={frame.asAt} />}
      {answer.kind === 'none' && <AllMeasures answer={answer} asAt={frame.asAt} />}
      <p class="section-lead">
        <a href={coverage}>Which national figures there are, of which years and from where</a>
      </p>
      {answer.kind === 'profile' && !answer.groups.some(each => each.slug === 'neighbours') && (
        <p class="section-lead quiet">
          Nearest neighbours are not among the groups: their list does not ship with Tidemark. Whoever runs it can load
          it (<code>tidemark import nearest_neighbours_long.csv</code>).
        </p>
      )}
    </Page>
  )
}

type NoneAnswer = Extract<ComparedAnswer, { kind: 'none' }>

/** What can be seen of all councils by an organisation that is none of them. */
function AllMeasures({ answer: { organisation, sections }, asAt }: { answer: NoneAnswer; asAt: string | undefined }) {
  return (
    <>
      {sections.map(({ name, measures }, at) => (
        <section class="section" aria-labelledby={`all-${at + 1}`}>
          <h2 id={`all-${at + 1}`}>All councils: {name}</h2>
          <ul class="compared-findings">
            {measures.map(({ slug, code, name: measure }) => (
              <li>
                <a href={linkTo(`/${organisation.slug}/compared/${slug}/map`, { 'as-at': asAt })}>{measure}</a>
                {code && <span class="quiet"> {code}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

type ProfileAnswer = Extract<ComparedAnswer, { kind: 'profile' }>

function Profile({ answer, asAt }: { answer: ProfileAnswer; asAt: string | undefined }) {
  const { organisation, groups, group, sections, findings } = answer
  const path = `/${organisation.slug}/compared`
  const unranked = unrankedBecause(sections.flatMap(each => each.rows))
  const link = (measure: string) =>
    linkTo(`${path}/${measure}`, { 'as-at': asAt, group: group.asked === 'england' ? undefined : group.asked })
  return (
    <>
      <GroupChoices path={path} groups={groups} chosen={group.asked} choices={{ 'as-at': asAt }} />
      {findings.length > 0 && (
        <section class="section section-first" aria-labelledby="findings">
          <h2 id="findings">What stands out</h2>
          <ul class="compared-findings">
            {findings.map(finding => (
              <li>{finding}</li>
            ))}
          </ul>
        </section>
      )}
      <p class="section-lead">
        Significantly better or worse: England’s figure lies outside of the 95 % interval of the council’s. In the
        pictures the worst of the group stands at the left and the best at the right; the box holds the middle half, the
        solid line is the median, the dashed one England, the mark the council. Dots and an arrow lead to councils that
        lie too far out to be drawn, which the words below tell.
        {unranked.length > 0 && ` Not ranked: ${unranked.join('; ')}.`}
      </p>
      {sections.map(({ name, rows }, at) => (
        <section class="section" aria-labelledby={`section-${at + 1}`}>
          <h2 id={`section-${at + 1}`}>{name}</h2>
          <section class="table-scroll" aria-label={`Table of ${name}`} tabindex={0}>
            <table class="words-table compared-table stacked-table">
              <thead>
                <tr>
                  <th scope="col">Measure</th>
                  <th scope="col">Year</th>
                  <th scope="col" class="number">
                    Value
                  </th>
                  <th scope="col">Beside England</th>
                  <th scope="col">Worst to best</th>
                  <th scope="col">
                    Place<span class="compared-beside">1 is best</span>
                  </th>
                  <th scope="col" class="number">
                    Median
                  </th>
                  <th scope="col">Since last time</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(row => (
                  <Row row={row} href={link(row.measure)} />
                ))}
              </tbody>
            </table>
          </section>
        </section>
      ))}
    </>
  )
}

/** Why figures have no place, each reason once. */
function unrankedBecause(rows: readonly ComparedRow[]): string[] {
  return [...new Set(rows.flatMap(row => (row.value !== null && row.place === null ? (row.rankReason ?? []) : [])))]
}

function Row({ row, href }: { row: ComparedRow; href: string }) {
  const { code, name, period, figures, significance, direction, isUnclear, since } = row
  return (
    <tr>
      <th scope="row">
        <a href={href}>{name}</a>
        {code && <span class="quiet"> {code}</span>}
      </th>
      <td data-heading="Year">{period}</td>
      <td class="number" data-heading="Value">
        {figureOf(row)}
      </td>
      <td data-heading="Beside England">
        <Standing significance={significance} />
        {significance.england !== null && (
          <span class="compared-beside">England {atDecimals(significance.england, row)}</span>
        )}
      </td>
      <td data-heading="Worst to best">
        {raw(spineOf(row))}
        <FurtherOut row={row} />
      </td>
      <td data-heading="Place (1 is best)">
        {row.place?.replace(' (1 is best)', '') ?? (row.value === null ? 'none' : 'not ranked')}
      </td>
      <td class="number" data-heading="Median">
        {figures ? atDecimals(figures.median, row) : 'none'}
      </td>
      <td data-heading="Since last time">
        {direction && <DirectionMark direction={direction} />}
        {isUnclear && 'no clear change'} <span class="compared-beside">{since}</span>
      </td>
    </tr>
  )
}

const signs: Record<string, keyof typeof signLooks> = { better: 'improvement', worse: 'concern', similar: 'common' }

function spineOf({ figures, reach, value, significance, polarity }: ComparedRow): string {
  if (!figures || !reach) return ''
  const sign = significance.standing === null ? 'common' : (signs[significance.standing] ?? 'neither')
  return spine({ ...figures, reach, value, england: significance.england, turned: polarity === 'smaller', sign })
}

function FurtherOut({ row }: { row: ComparedRow }) {
  const words = furtherOut(row)
  return words && <span class="compared-beside">{words}</span>
}
