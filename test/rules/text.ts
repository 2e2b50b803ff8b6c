/** What no kept file may say, in its name or its text. */
import { lineAt, type SourceFile } from '../support/source-files.ts'

type TextRule = {
  readonly says: string
  readonly pattern: RegExp
  /** Where the rule holds: everywhere, unless it says so. */
  readonly holdsIn?: (path: string) => boolean
}

const elsewhere = (path: string) => path !== 'package-lock.json' && path !== 'LICENSE'
const isTestCode = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('test/')

/** Domains that belong to nobody, for examples. */
const nobodys = String.raw`(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net))?|invalid|test|localhost)\b`

const textRules: readonly TextRule[] = [
  {
    says: 'switches a test off',
    pattern: /\.(?:only|skip|todo|skipIf|runIf)\b\s*\(|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(/g,
    holdsIn: isTestCode,
  },
  {
    says: 'leaves work for later: do it, or write it down as an issue',
    pattern: /\b(?:T[O]DO|F[I]XME)\b/g,
    holdsIn: elsewhere,
  },
  {
    says: 'names a folder of one machine',
    pattern: /(?<![\w.:/*~-])\/(?:home\/[a-z]|Users\/\w|root\b|work\/)|\b[A-Z]:\\Users\\/g,
  },
  {
    says: 'holds an e-mail address',
    pattern: new RegExp(String.raw`\b[\w.+-]+@(?!${nobodys})(?:[a-z\d-]+\.)+[a-z]{2,}\b`, 'gi'),
    holdsIn: elsewhere,
  },
  {
    says: 'holds a telephone number',
    pattern: /(?<![\w.:/+-])(?:\+44 ?(?:\(0\))? ?|0)(?:[123578]\d(?:[ -]?\d){8})(?![\w.:-])/g,
    holdsIn: elsewhere,
  },
]

/** What a file says that it may not, a sentence each. */
export function textFaults(file: SourceFile): string[] {
  return textRules
    .filter(rule => rule.holdsIn?.(file.path) ?? true)
    .flatMap(rule => [
      ...[...file.path.matchAll(rule.pattern)].map(([found]) => `${file.path}: its name ${rule.says}: ${found}`),
      ...[...file.text.matchAll(rule.pattern)].map(
        match => `${file.path}:${lineAt(file, match.index)}: ${rule.says}: ${match[0]}`,
      ),
    ])
}
