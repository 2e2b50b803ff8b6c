/** A path as it is kept, as the workbench and the papers show it. */
import type { Fact } from '../../shared/facts.ts'
import { type Period, toPeriod } from '../../shared/period/period.ts'
import { dayInWords } from '../../shared/words.ts'
import { yearValuesOf } from '../../shared/year-values.ts'
import type { FrameworkData } from '../framework-data.ts'
import { pathView, type Setting } from './path-view.ts'
import type { AskedPath, KeptPathView, PathWords } from './types.ts'

/** What a kept path was asked for by, so that a form can start from it. */
function askedOf({ payload }: Fact<'target_path'>): AskedPath {
  const { shape, goal, profile, outOf, volumeRule } = payload
  const own = yearValuesOf(payload.targets) ?? []
  const group = payload.basis === '' ? '' : (payload.basis.split(',')[0] ?? '')
  return {
    shape,
    from: periodOrNull(payload.baselinePeriod),
    goal,
    by: periodOrNull(payload.goalBy),
    until: own.at(-1)?.period ?? null,
    own,
    profile,
    group,
    population: payload.population,
    outOf,
    volumeRule,
  }
}

/**
 * That a proposal was written down after the decision that it records, in a sentence; empty where it was not. The proposal is the first
 * version that names the same targets.
 * @param versions of the path, in the order of recording
 */
function writtenAfter({ seq, payload }: Fact<'target_path'>, versions: readonly Fact<'target_path'>[]): string {
  if (payload.state !== 'agreed' || payload.agreedOn === '') return ''
  const proposal = versions.find(
    each => each.seq < seq && each.payload.state === 'proposed' && each.payload.targets === payload.targets,
  )
  return proposal && proposal.knownOn > payload.agreedOn
    ? `The proposal was written down on ${dayInWords(proposal.knownOn)}, after the decision.`
    : ''
}

/**
 * A kept path with what it means; null where it can no longer be drawn.
 * @param versions of the path, in the order of recording
 */
export function keptPath(
  fact: Fact<'target_path'>,
  setting: Setting,
  versions: readonly Fact<'target_path'>[],
): KeptPathView | null {
  const { payload, seq, knownOn } = fact
  const asked = askedOf(fact)
  const { baselineValue, basis } = payload
  const stated = { targets: asked.own, baseline: baselineValue === null ? null : Number(baselineValue), basis }
  const path = pathView(asked, setting, stated)
  if (typeof path === 'string') return null
  const { state, agreedBy, agreedOn } = payload
  const words = wordsOf(fact, setting.data)
  return { seq, state, knownOn, agreedBy, agreedOn, writtenAfter: writtenAfter(fact, versions), path, words, asked }
}

/** What is written beside a path; the owner and the definition are the indicator's own where the path says nothing else. */
function wordsOf({ payload, indicator }: Fact<'target_path'>, data: FrameworkData): PathWords {
  const own = data.indicators.get(indicator)?.payload
  const { definition, owner, rationale, citation, factors, alternatives, note, polarityPrinted } = payload
  const polarityUsed = own?.polarity ?? 'none'
  return {
    definition: definition || own?.description || own?.name || indicator,
    owner: owner || own?.lead || '',
    polarityUsed,
    polarityPrinted: polarityPrinted ?? polarityUsed,
    rationale,
    citation,
    factors,
    alternatives,
    note,
  }
}

function periodOrNull(text: string): Period | null {
  return text === '' ? null : toPeriod(text)
}
