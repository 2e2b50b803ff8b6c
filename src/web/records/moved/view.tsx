import { raw } from 'hono/html'
import { bridge, signed } from '../../../charts/bridge/bridge.ts'
import { chartSizes } from '../../../charts/line-chart/input.ts'
import type { Moved, MovedAnswer, Movement } from '../../../measures/moved/moved.ts'
import { grouped, listed } from '../../../shared/words.ts'
import { monthInWords, queryOf } from '../choice.ts'
import { DataTable } from '../data-table.tsx'
import { RecordsDownloads } from '../downloads.tsx'
import { BreakdownChoices, RecordsPage, recordsPath, Select } from '../frame.tsx'
import { measureSlug } from '../measures/slug.ts'
import { notesOf } from '../measures/view.tsx'
import type { RecordsContext } from '../page.tsx'
import type { MovedChoice } from './route.tsx'
import { changesOf, movementSteps } from './steps.ts'

type Props = {
  /** null where the months are in no order. */
  readonly answer: MovedAnswer | null
  readonly context: RecordsContext
  readonly asked: MovedChoice
}

/** How the counts of a measure went from one month to another: as a bridge, in words and as a table. */
export function MovedPage({ answer, context, asked }: Props) {
  const { choice, organisation } = context
  const { held, breakdown, from, to } = asked
  const { measure } = held
  const path = recordsPath(organisation.slug, '/moved')
  const query = { ...queryOf(choice), measure: measureSlug(measure), from }
  return (
    <RecordsPage
      context={context}
      here="/moved"
      title={`What moved in ${measure}`}
      choice={choice}
      hasOwnForm
      lead={`${held.title}. From the twelve months to ${monthInWords(from)}, as they were first computed, to the twelve months to ${monthInWords(to)}.`}
      notes={notesOf(answer?.notes ?? [], choice.council.code)}
    >
      <MovedForm context={context} asked={asked} path={path} />
      {answer === null && (
        <p class="section-lead">
          {choice.months.length < 2 ? (
            <strong>The records cover only these twelve months, so that nothing can have moved yet.</strong>
          ) : (
            <>
              <strong>The first month must come before the second.</strong> Choose other months.
            </>
          )}
        </p>
      )}
      {held.breakdowns.length > 1 && (
        <BreakdownChoices path={path} query={query} breakdowns={held.breakdowns} chosen={breakdown} />
      )}
      {answer?.moved
        .filter(each => each.breakdown === breakdown)
        .map(moved => (
          <MovedSection moved={moved} asked={asked} />
        ))}
      <section class="section" aria-labelledby="means">
        <h2 id="means">What the steps mean</h2>
        <dl class="records-means">
          {movementSteps.map(({ name, means }) => (
            <>
              <dt>{name}</dt>
              <dd>{means}</dd>
            </>
          ))}
        </dl>
      </section>
      {answer && (
        <RecordsDownloads
          files={[{ base: 'moved', words: `What moved in ${measure}` }]}
          path={`${path}/files`}
          query={query}
        />
      )}
    </RecordsPage>
  )
}

type FormProps = { readonly context: RecordsContext; readonly asked: MovedChoice; readonly path: string }

function MovedForm({ context: { choice, holdings }, asked: { held, from, to }, path }: FormProps) {
  const { council, councils, months } = choice
  const options = months.map(month => [month, monthInWords(month)] as const)
  return (
    <form class="filters records-choice" method="get" action={path} aria-label="Choose what is shown">
      <div class="filters-fields">
        {councils.length > 1 && (
          <Select
            name="council"
            label="Council"
            chosen={council.code}
            options={councils.map(({ code, name }) => [code, `${name} (${code})`])}
          />
        )}
        <Select
          name="measure"
          label="Measure"
          chosen={measureSlug(held.measure)}
          options={holdings.measures.map(({ measure, title }) => [measureSlug(measure), `${measure}: ${title}`])}
        />
        <Select name="from" label="From the twelve months to" chosen={from} options={options} />
        <Select name="to" label="To the twelve months to" chosen={to} options={options} />
        <button class="button" type="submit">
          Show
        </button>
      </div>
    </form>
  )
}

type SectionProps = { readonly moved: Moved; readonly asked: MovedChoice }

function MovedSection({ moved, asked }: SectionProps) {
  const { breakdown, numerator, denominator, counts } = moved
  return (
    <section class="section section-first" aria-labelledby="moved">
      <h2 id="moved">{breakdown}</h2>
      <Part name="Numerator" breakdown={breakdown} counts={counts} movement={numerator} asked={asked} />
      {denominator && (
        <Part name="Denominator" breakdown={breakdown} counts={counts} movement={denominator} asked={asked} />
      )}
    </section>
  )
}

type PartProps = {
  readonly name: 'Numerator' | 'Denominator'
  readonly breakdown: string
  readonly counts: string
  readonly movement: Movement
  readonly asked: MovedChoice
}

function Part({ name, breakdown, counts, movement, asked }: PartProps) {
  const steps = changesOf(movement)
  const sentence = movedInWords(movement, counts, asked)
  const input = {
    sentence: `${name}, ${breakdown}. ${sentence}`,
    from: { name: monthInWords(asked.from), value: movement.from },
    steps,
    to: { name: monthInWords(asked.to), value: movement.to },
  }
  return (
    <>
      <h3 class="records-part">{name}</h3>
      <p class="section-lead">{sentence}</p>
      <div class="chart-and-table">
        <div class="chart-frame">
          <div class="chart-wide">{raw(bridge(input, chartSizes.wide.width))}</div>
          <div class="chart-narrow">{raw(bridge(input, chartSizes.narrow.width))}</div>
        </div>
        <DataTable
          caption={`${name}, ${breakdown}, counted in ${counts}`}
          columns={[{ heading: 'Step' }, { heading: 'Change', isNumber: true }]}
          rows={[
            [monthInWords(asked.from), grouped(String(movement.from))],
            ...steps.map(step => [step.name, step.change === 0 ? '0' : signed(step.change)]),
            [monthInWords(asked.to), grouped(String(movement.to))],
          ]}
        />
      </div>
    </>
  )
}

/** A movement as a sentence. @example 'From 65 to 70 spells: 9 new, 3 left and 1 died.' */
export function movedInWords(
  movement: Movement,
  counts: string,
  { from, to }: Pick<MovedChoice, 'from' | 'to'>,
): string {
  const { late, correctedIn, correctedOut, new: added, left, died } = movement
  const parts = [
    [late, 'known late'],
    [correctedIn, 'counted after a correction'],
    [correctedOut, 'no longer counted after a correction'],
    [added, 'new'],
    [left, 'left'],
    [died, 'died'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, words]) => `${grouped(String(count))} ${words}`)
  const ends = `${grouped(String(movement.from))} ${counts} in ${monthInWords(from)}, ${grouped(String(movement.to))} in ${monthInWords(to)}`
  return said.length === 0 ? `${ends}: nobody moved.` : `${ends}: ${listed(said)}.`
}
