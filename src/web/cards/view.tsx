import type { CardsAnswer, ListedCard } from '../../answers/cards/cards.ts'
import { counted, dayInWords } from '../../shared/words.ts'
import { cardLink } from '../components/card-link.ts'
import { Choices, Headline } from '../components/choices.tsx'
import { indicatorLink } from '../components/indicator-link.ts'
import { RatingMark } from '../components/marks.tsx'
import { Owed } from '../components/owed.tsx'
import { Sparkline } from '../components/series.tsx'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { type Show, shows } from './chosen-cards.ts'

type Props = { readonly frame: Frame; readonly answer: CardsAnswer; readonly show: Show }

/** Every report card with its verdict, and in what state its words are. */
export function CardsPage({ frame, answer, show }: Props) {
  const { organisation, framework, cards } = answer
  const { asAt } = frame
  const shown = cards.filter(show.holds)
  const owed = cards.filter(card => card.knownOn === null).length
  const old = cards.filter(card => card.isOld).length
  const path = `/${organisation.slug}/cards`
  return (
    <Page frame={frame} title="Report cards">
      <Headline eyebrow={`${organisation.name} · ${framework.name}`} title="Report cards">
        {cards.length === 0
          ? 'The framework holds no indicators on this day. Choose another day, or import its indicators.'
          : `A page for each vital sign, exception or not. ${stateOfWords(cards.length, owed, old)}`}
      </Headline>
      {cards.length > 0 && (
        <Choices
          label="Which cards"
          choices={shows.map(each => ({
            href: linkTo(path, { 'as-at': asAt, show: each.code === 'all' ? undefined : each.code }),
            words: each.label,
            count: cards.filter(each.holds).length,
            isChosen: each === show,
          }))}
        />
      )}
      {cards.length > 0 && shown.length === 0 && <p class="section-lead">No card is one of these.</p>}
      <ul class="card-list">
        {shown.map(card => (
          <Listed card={card} organisation={organisation.slug} asAt={asAt} />
        ))}
      </ul>
    </Page>
  )
}

function stateOfWords(all: number, owed: number, old: number): string {
  if (owed === all) return 'Nobody has written words for any of them yet.'
  const said = [
    ...(owed > 0 ? [`${counted(owed, 'card has', 'cards have')} no words yet`] : []),
    ...(old > 0 ? [`the words of ${old} are older than a quarter`] : []),
  ]
  return said.length === 0 ? 'All have words of the last quarter.' : `${said.join('; ')}.`.replace(/^t/, 'T')
}

type ListedProps = { readonly card: ListedCard; readonly organisation: string; readonly asAt: string | undefined }

function Listed({ card: { title, row, verdict, knownOn, isOld, lead, earlier }, organisation, asAt }: ListedProps) {
  const link = cardLink(organisation, row, asAt)
  const path = link.replace(/\?.*/, '')
  return (
    <li class={`listed-card listed-card-${(verdict.rating ?? 'none').toLowerCase()}`}>
      <div>
        <h2>
          <a href={link}>{title}</a>
        </h2>
        <p>
          {verdict.rating && <RatingMark rating={verdict.rating} />} <strong>{verdict.title}</strong>
        </p>
        <p class="quiet">
          {verdict.detail}{' '}
          <a href={indicatorLink(organisation, row.indicator.slug, asAt)}>
            Every figure<span class="visually-hidden"> of {row.indicator.shortName}</span>
          </a>
        </p>
      </div>
      <div class="listed-trend">
        <Sparkline indicator={row.indicator} cells={row.cells} />
      </div>
      <div>
        {knownOn === null ? (
          <p>
            <Owed lead={lead} />
          </p>
        ) : (
          <p>
            Words of {dayInWords(knownOn)}
            {isOld && <strong class="old-words">, older than a quarter</strong>}
          </p>
        )}
        {earlier.length > 0 && (
          <p>
            Earlier:{' '}
            {earlier.map((day, at) => (
              <>
                {at > 0 && ' · '}
                <a href={linkTo(path, { 'as-at': day })}>
                  {dayInWords(day)}
                  <span class="visually-hidden">: {title}</span>
                </a>
              </>
            ))}
          </p>
        )}
      </div>
    </li>
  )
}
