/** What the pages of targets ask of the rest of Tidemark. */
import type { AskedPath, PathWords, TargetsAnswer, WorkbenchAnswer } from '../../answers/targets/types.ts'
import type { Moment } from '../../answers/types.ts'
import type { Polarity } from '../../shared/codes.ts'

/** What is written beside a path in its form. */
export type WrittenWords = Omit<PathWords, 'polarityUsed' | 'polarityPrinted'> & { readonly polarityPrinted: Polarity }

/** Saved, with the number by which it can be undone; or not, as somebody else saved in the meantime, or why it cannot be. */
export type SavedPath =
  | { readonly kind: 'saved'; readonly n: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly why: string }

export type TargetsServices = {
  /** The paths of a framework; null: the committee's. @throws NotFound when there is no such organisation or framework */
  readonly targets: (organisation: string, framework: string | null, moment: Moment) => Promise<TargetsAnswer>
  /** The target-setting paper of a framework as a file. @throws NotFound when there is no such organisation or framework */
  readonly targetsPaper: (
    organisation: string,
    framework: string | null,
    format: string,
    moment: Moment,
  ) => Promise<Uint8Array<ArrayBuffer>>
  /** Everything that a target is set by. @throws NotFound when there is no such organisation or indicator */
  readonly workbench: (
    organisation: string,
    indicator: string,
    asked: AskedPath | null,
    moment: Moment,
  ) => Promise<WorkbenchAnswer>
  /** Keeps a path as a proposal. `seen`: the version that the form was made from; null where there was none. */
  readonly savePath: (
    organisation: string,
    indicator: string,
    path: { readonly asked: AskedPath; readonly words: WrittenWords },
    seen: number | null,
  ) => Promise<SavedPath>
  readonly agreePath: (
    organisation: string,
    indicator: string,
    agreed: { readonly by: string; readonly on: string },
    seen: number | null,
  ) => Promise<SavedPath>
}
