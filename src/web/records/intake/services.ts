/** What the pages that take records in ask of the rest of Tidemark. */
import type { Problem } from '../../../intake/grid.ts'
import type { ReferenceKind, Submission } from '../../../measures/lake/lake.ts'

/** An upload of records by its name, which only the visitor who sent it may use. */
type IntakePlace = {
  readonly organisation: string
  readonly id: string
  /** What the visitor's cookie says. */
  readonly visitor: string
}

/** Files on their way in. They are written where they wait, piece by piece, and nothing is read of them yet. */
export type Receiving = {
  /**
   * Keeps a file under the name that it came by.
   * @returns why it cannot be kept, in words; null where it was
   */
  readonly keep: (name: string, pieces: AsyncIterable<Uint8Array>) => Promise<string | null>
  /**
   * All are there: they begin to be taken in.
   * @param receivedOn the day on which the collection received files that do not say it themselves; null takes now
   * @returns the name of the upload
   */
  readonly takeIn: (
    whose: Omit<IntakePlace, 'id'> & { readonly name: string },
    receivedOn: string | null,
  ) => Promise<string>
  /** Removes what was kept: nothing is taken in. */
  readonly drop: () => Promise<void>
}

/** A file of records as a page tells of it. */
type TakenFile = Pick<Submission, 'number' | 'file' | 'council' | 'rows' | 'derivedStart' | 'derivedEnd'>

/** What was taken in. */
export type Taken = {
  readonly files: readonly TakenFile[]
  readonly references: readonly { readonly kind: ReferenceKind; readonly file: string }[]
  /** Files that were there already. */
  readonly held: readonly string[]
  readonly warnings: readonly Problem[]
}

/** How far an upload of records is. */
export type Intake = {
  readonly files: readonly string[]
  readonly progress: /** Others of these pages come first. */
    | { readonly kind: 'waiting'; readonly before: number }
    /** Another process takes records in; this one begins when it has ended. */
    | { readonly kind: 'held-up' }
    /** `since`: an instant in milliseconds. */
    | { readonly kind: 'reading'; readonly since: number; readonly done: number; readonly total: number }
    | ({ readonly kind: 'taken' } & Taken)
    /** Nothing was taken in, as something is wrong. */
    | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly total: number }
    | { readonly kind: 'failed'; readonly why: string }
}

/** A file of records that is here, whether anything is computed from it or somebody left it out. */
export type KeptFile = TakenFile &
  Pick<Submission, 'councilName' | 'importedAt' | 'statedStart' | 'statedEnd'> & { readonly isLeftOut: boolean }

/** What was done with a file, as the audit tells it. */
export type FileDeed = {
  readonly did: 'taken in' | 'left out' | 'counted again'
  /** An instant. */
  readonly at: string
  /** Null for whoever was forgotten. */
  readonly who: string | null
  /** Why it was left out; null for the others. */
  readonly why: string | null
}

export type IntakeServices = {
  /** @returns null where too many uploads are under way */
  readonly receive: () => Promise<Receiving | null>
  /** How far an upload is, after a short wait for what is under way; null where there is none of that name for the visitor. */
  readonly progress: (place: IntakePlace) => Promise<Intake | null>
  /** The files of every council, in the order of loading. */
  readonly files: () => readonly KeptFile[]
  /** What was done with a file, the latest first. @param number its number in the lake */
  readonly deeds: (number: number) => Promise<readonly FileDeed[]>
  /**
   * Leaves a file out of everything that is computed, or counts it again.
   * @returns why that cannot be done, in words; null where it was
   */
  readonly leaveOut: (number: number, why: string) => Promise<string | null>
  readonly countAgain: (number: number) => Promise<string | null>
}
