import type { LoggedAction } from '../../answers/actions/action-log.ts'
import { dateInWords, dayInWords } from '../../shared/words.ts'
import { actionStates } from '../components/action-states.ts'
import { indicatorLink } from '../components/indicator-link.ts'

type Props = {
  readonly action: LoggedAction
  /** Names of indicators by their slugs. */
  readonly names: ReadonlyMap<string, string>
  readonly organisation: string
  readonly asAt: string | undefined
}

/** An action with who does it, by when, and what was said of it. */
export function LoggedActionItem({ action, names, organisation, asAt }: Props) {
  const {
    slug: own,
    description,
    state,
    isQuiet,
    ownerRole,
    raisedOn,
    dueOn,
    listedOn,
    indicators,
    updates,
    note,
  } = action
  return (
    <li id={`action-${own}`} class={`logged-action logged-action-${state.replaceAll('_', '-')}`}>
      <p class="logged-state">
        <span class={`state state-${state.replaceAll('_', '-')}`}>{actionStates[state]}</span>
        {isQuiet && <span class="under">no update since the last meeting</span>}
      </p>
      <div>
        <h2>{description}</h2>
        {note && <p class="quiet">{note}</p>}
        <dl class="action-facts">
          <Fact name="Owner">{ownerRole || 'not named'}</Fact>
          <Fact name="Raised">{raisedOn === '' ? 'not stated' : dateInWords(raisedOn)}</Fact>
          <Fact name="Due">{dueOn === '' ? 'no date set' : dateInWords(dueOn)}</Fact>
          {listedOn.length > 0 && <Fact name="In the papers of">{listedOn.map(dayInWords).join(' · ')}</Fact>}
          {indicators.length > 0 && (
            <Fact name="About">
              {indicators.map((slug, at) => (
                <>
                  {at > 0 && ' · '}
                  {names.has(slug) ? <a href={indicatorLink(organisation, slug, asAt)}>{names.get(slug)}</a> : slug}
                </>
              ))}
            </Fact>
          )}
        </dl>
        {updates.length === 0 ? (
          <p class="quiet">No update has been recorded.</p>
        ) : (
          <ol class="updates" aria-label="Updates, the latest first">
            {updates.map(({ date, text, complete }) => (
              <li>
                <strong>{dateInWords(date)}:</strong> {text}
                {!complete && <span class="quiet"> … (the document ends here)</span>}
              </li>
            ))}
          </ol>
        )}
      </div>
    </li>
  )
}

function Fact({ name, children }: { name: string; children?: unknown }) {
  return (
    <div>
      <dt>{name}</dt> <dd>{children}</dd>
    </div>
  )
}
