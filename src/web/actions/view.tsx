import {
  type ActionChoice,
  type ActionLogAnswer,
  chosenActions,
  type LogState,
  logStates,
} from '../../answers/actions/action-log.ts'
import { counted, dayInWords } from '../../shared/words.ts'
import { Choices, Headline } from '../components/choices.tsx'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { ActionFilter } from './filter.tsx'
import { LoggedActionItem } from './item.tsx'

type Props = { readonly frame: Frame; readonly answer: ActionLogAnswer; readonly choice: ActionChoice }

/** Every action with its dated updates, as chosen. */
export function ActionsPage({ frame, answer, choice }: Props) {
  const { organisation, framework, actions, lastMeeting, choices } = answer
  const { asAt } = frame
  const path = `/${organisation.slug}/actions`
  const shown = chosenActions(actions, choice)
  const { state: _, ...others } = choice
  const inState = (state: LogState | undefined) => chosenActions(actions, { ...others, state })
  const link = (state: LogState | undefined) =>
    linkTo(path, { 'as-at': asAt, ...others, state: state?.replaceAll('_', '-') })
  const names = new Map(choices.indicators.map(({ slug, name }) => [slug, name]))
  return (
    <Page frame={frame} title="Actions" band={{ meetings: lastMeeting ? [lastMeeting] : [] }}>
      <Headline eyebrow={`${organisation.name} · ${framework.name}`} title="Actions">
        {actions.length === 0
          ? 'No action was known on this day. Actions come with an import, in the table actions.'
          : leadOf(answer)}
      </Headline>
      {actions.length > 0 && (
        <>
          <Choices
            label="Actions by state"
            choices={[undefined, ...logStates.map(({ code }) => code)].map(state => ({
              href: link(state),
              words: state === undefined ? 'All' : (logStates.find(({ code }) => code === state)?.label ?? state),
              count: inState(state).length,
              isChosen: state === choice.state,
            }))}
          />
          <ActionFilter path={path} asAt={asAt} choices={choices} choice={choice} />
          <p class="section-lead" role="status">
            {shown.length === actions.length
              ? `All ${counted(actions.length, 'action')}.`
              : `${shown.length} of ${counted(actions.length, 'action')}.`}{' '}
            {shown.length < actions.length && <a href={linkTo(path, { 'as-at': asAt })}>Show every action</a>}
          </p>
          <ul class="action-log">
            {shown.map(action => (
              <LoggedActionItem action={action} names={names} organisation={organisation.slug} asAt={asAt} />
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

function leadOf({ actions, lastMeeting }: ActionLogAnswer): string {
  const count = (state: LogState) => chosenActions(actions, { state }).length
  const unfinished = count('open')
  const overdue = count('overdue')
  const quiet = count('no_update')
  return [
    `${unfinished} of ${counted(actions.length, 'action')} ${unfinished === 1 ? 'is' : 'are'} not finished`,
    ...(overdue > 0 ? [`${overdue} ${overdue === 1 ? 'is' : 'are'} overdue`] : []),
    ...(quiet > 0 && lastMeeting
      ? [`${quiet} ${quiet === 1 ? 'has' : 'have'} had no update since the meeting of ${dayInWords(lastMeeting.date)}`]
      : []),
  ]
    .join('; ')
    .concat('.')
}
