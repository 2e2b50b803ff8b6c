import type { FigureHistory, IndicatorAnswer, VersionOfFigure } from '../../answers/indicator/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { capitalised, counted, dayInWords } from '../../shared/words.ts'
import { linkTo } from '../components/wording.ts'

type Props = {
  readonly answer: IndicatorAnswer
  readonly onlyChanged: boolean
  readonly asAt: string | undefined
}

/** Every version of every value: what was recorded, on which day it was known, by whom, and from which cell of which file. */
export function History({ answer: { history, organisation, row }, onlyChanged, asAt }: Props) {
  if (history.length === 0) return null
  const changed = history.filter(({ versions }) => versions.some(version => version.change !== null))
  const shown = onlyChanged ? changed : history
  const path = `/${organisation.slug}/indicators/${row.indicator.slug}`
  const here = (choice: string | undefined) => `${linkTo(path, { 'as-at': asAt, history: choice })}#history`
  return (
    <section class="section" aria-labelledby="history">
      <h2 id="history">Every value’s history</h2>
      <p class="section-lead">
        Nothing is overwritten. {changedSentence(changed.length, history.length)}{' '}
        {onlyChanged ? (
          <a href={here(undefined)}>Show every value</a>
        ) : (
          changed.length > 0 &&
          changed.length < history.length && <a href={here('changed')}>Show only those that changed</a>
        )}
      </p>
      {shown.length > 0 && (
        <section class="table-scroll" aria-labelledby="history-caption" tabindex={0}>
          <table class="values history">
            <caption id="history-caption" class="visually-hidden">
              Versions of each value, the latest period first
            </caption>
            <thead>
              <tr>
                <th scope="col">Period</th>
                <th scope="col">What was recorded</th>
                <th scope="col">Known on</th>
                <th scope="col">Recorded here</th>
                <th scope="col">From</th>
              </tr>
            </thead>
            {shown.map(figure => (
              <Figure figure={figure} />
            ))}
          </table>
        </section>
      )}
    </section>
  )
}

function changedSentence(changed: number, all: number): string {
  if (changed === 0)
    return all === 1 ? 'The only value stands as it was first recorded.' : `All ${all} values stand as first recorded.`
  return `${changed} of ${counted(all, 'value')} ${changed === 1 ? 'has' : 'have'} changed since first recorded.`
}

function Figure({ figure: { period, definition, versions } }: { figure: FigureHistory }) {
  return (
    <tbody>
      {versions.map((version, at) => (
        <tr>
          {at === 0 && (
            <th scope="rowgroup" rowspan={versions.length}>
              {periodInWords(period)}
              {definition && <span class="under">definition {definition}</span>}
            </th>
          )}
          <td>
            {version.change === null ? capitalised(version.sentence) : <strong>{capitalised(version.sentence)}</strong>}
            {version.counts && <span class="under">{version.counts}</span>}
          </td>
          <td class="date">{dayInWords(version.knownOn)}</td>
          <td>
            {instantInWords(version.recordedAt)}
            <span class="under">{version.recordedBy || 'by whom is not said'}</span>
          </td>
          <td>
            {version.document || 'no document named'}
            <span class="under">{placeOf(version)}</span>
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function placeOf({ file, place }: VersionOfFigure): string {
  return [file, place].filter(Boolean).join(', ')
}

/** @example instantInWords('2017-06-20T09:00:00.000Z') // '20 June 2017, 09:00 UTC' */
function instantInWords(instant: string): string {
  return `${dayInWords(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`
}
