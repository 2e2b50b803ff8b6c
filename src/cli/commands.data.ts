import type { World } from './world.ts'

type Run = (args: readonly string[], world: World) => Promise<void>

export type Command = {
  readonly name: string
  readonly usage: string
  readonly about: string
  /** What the options mean; those of every command are in the general help. */
  readonly options?: readonly (readonly [option: string, meaning: string])[]
  readonly load: () => Promise<{ readonly run: Run }>
}

const question = [
  ['--org NAME', 'whose figures; may be left out when the register holds one organisation'],
  ['--framework NAME', 'which framework; without it, the one that the committee sees'],
  ['--as-at DATE', 'as known on that day, as 2017-03-06; without it, today'],
  ['--recorded-before INSTANT', 'only what the register had recorded before that UTC instant'],
  ['--audience WHO', 'as public, member or officer may see it; without it, officer'],
  ['--json', 'as JSON (docs/json.md)'],
] as const

/** The options of a question that is about no one's own figures. */
const moment = question.filter(([option]) => /^--(as-at|recorded-before|json)/.test(option))

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  {
    name: 'examples',
    usage: 'examples load [NAME…|all] | examples list',
    about: 'load the examples: norfolk, leicester, somerset, demo, england; list says what each is',
    options: [['--if-empty', 'only when the register holds nothing yet']],
    load: () => import('./commands/examples.ts'),
  },
  {
    name: 'import',
    usage: 'import FILE|FOLDER…',
    about: 'take in figures: all of them, or nothing where anything is wrong',
    options: [
      ['--dry-run', 'show what would be new, revised and unchanged; store nothing'],
      ['--org NAME', 'whose figures these are, where the files do not say it'],
      ['--known-on DATE', 'the day on which this was known, where the files do not say it'],
      ['--accept-headings', 'take wrong headings of spreadsheets as Tidemark proposes them'],
      ['--restore', 'take an export back, with its times and authors, into an empty register'],
      ['--json', 'as JSON (docs/json.md)'],
    ],
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'imports',
    usage: 'imports',
    about: 'list past imports: when, who, which files, how much was new or revised',
    options: [
      ['--org NAME', 'only what spoke of this organisation'],
      ['--json', 'as JSON (docs/json.md)'],
    ],
    load: () => import('./commands/imports.ts'),
  },
  {
    name: 'undo',
    usage: 'undo IMPORT --why TEXT',
    about: 'undo an import by a further one: each fact says again what it said before',
    options: [
      ['--why TEXT', 'the reason, which stays in the audit'],
      ['--dry-run', 'show what would be restored, withdrawn and left; store nothing'],
      ['--json', 'as JSON (docs/json.md)'],
    ],
    load: () => import('./commands/undo.ts'),
  },
  {
    name: 'export',
    usage: 'export FOLDER',
    about: 'write every fact, superseded ones too, as tables of the exchange format',
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'check',
    usage: 'check FILE|FOLDER…',
    about: 'say what is wrong or odd in files, without a look at what they would change',
    options: [
      ['--org NAME', 'whose figures these are, where the files do not say it'],
      ['--known-on DATE', 'the day on which this was known, where the files do not say it'],
      ['--accept-headings', 'take wrong headings of spreadsheets as Tidemark proposes them'],
      ['--json', 'as JSON (docs/json.md)'],
    ],
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'dashboard',
    usage: 'dashboard',
    about: 'every indicator of a framework with its ratings',
    options: question,
    load: () => import('./commands/dashboard.ts'),
  },
  {
    name: 'exceptions',
    usage: 'exceptions',
    about: 'the indicators that go to committee, with the reasons',
    options: question,
    load: () => import('./commands/exceptions.ts'),
  },
  {
    name: 'summary',
    usage: 'summary',
    about: 'the year in groups, with the evidence',
    options: question,
    load: () => import('./commands/summary.ts'),
  },
  {
    name: 'signal',
    usage: 'signal | signal --series FILE',
    about: 'what is a signal and what is only chance (SPC), of a framework or of series in a file',
    options: [
      ['--indicator NAME', 'one indicator, point by point; without it, every indicator of the framework'],
      ['--chart FILE', 'with --indicator: its control chart as an SVG file'],
      ...question,
      ['--series FILE', 'series of a JSON file (docs/json.md) in place of the register'],
      ['--quirks WHICH', 'the package’s oddities: where labelled (as it is without this), all or none'],
    ],
    load: () => import('./commands/signal.ts'),
  },
  {
    name: 'forecast',
    usage: 'forecast | forecast --backtest [--series FILE]',
    about: 'where indicators will stand at the year’s end, how sure that is, and what it would take',
    options: [
      ['--indicator NAME', 'one indicator; without it, every indicator of the framework'],
      ['--backtest', 'what would have been said at every past point, and how good it was'],
      ['--series FILE', 'with --backtest: series of a CSV file (docs/json.md) in place of the register'],
      ...question,
    ],
    load: () => import('./commands/forecast.ts'),
  },
  {
    name: 'revisions',
    usage: 'revisions --from DATE [--to DATE]',
    about: 'what changed between two days',
    options: [
      ['--from DATE', 'the earlier day'],
      ['--to DATE', 'the later day; without it, today'],
      ...question.filter(([option]) => !option.startsWith('--as-at')),
    ],
    load: () => import('./commands/revisions.ts'),
  },
  {
    name: 'card',
    usage: 'card NAME',
    about: 'a report card',
    options: question,
    load: () => import('./commands/card.ts'),
  },
  {
    name: 'indicator',
    usage: 'indicator NAME',
    about: 'an indicator: every value, and every version of it',
    options: question,
    load: () => import('./commands/indicator.ts'),
  },
  {
    name: 'benchmark',
    usage: 'benchmark --org NAME',
    about: 'the place of a council among others, by the figures of national publishers',
    options: [
      ['--org NAME', 'an organisation of the register, or any council by its slug, name or code'],
      ['--indicator NAME', 'a slug, or a code of the newest ASCOF, as 3A, or of another: 2022/23:3A'],
      ['--framework NAME', 'all measures of a framework instead; without either, the newest ASCOF'],
      ['--group NAME', 'england, region, type, neighbours, or the slug of a list; without it, england'],
      ['--period YEAR', 'the financial year, as 2016/17; without it, the latest with a value'],
      ...moment,
    ],
    load: () => import('./commands/benchmark.ts'),
  },
  {
    name: 'ranks',
    usage: 'ranks --indicator NAME --period YEAR',
    about: 'the councils of a group by one measure, best first',
    options: [
      ['--indicator NAME', 'a slug, or a code of the newest ASCOF, as 3A, or of another: 2022/23:3A'],
      ['--period YEAR', 'the financial year, as 2016/17'],
      ['--group NAME', 'england, or the slug of a region, a type or a list; without it, england'],
      ...moment,
    ],
    load: () => import('./commands/ranks.ts'),
  },
  {
    name: 'coverage',
    usage: 'coverage',
    about: 'what the figures of national publishers hold: measures, years, numbers of councils',
    options: moment,
    load: () => import('./commands/coverage.ts'),
  },
  {
    name: 'report',
    usage: 'report --org NAME --meeting DATE --out FOLDER',
    about: 'the paper of a meeting, as files',
    options: [
      ['--org NAME', 'whose paper it is'],
      ['--meeting DATE', 'the day of the meeting, as 2017-06-19; the paper says what was known on it'],
      ['--out FOLDER', 'where the files go; made where it is not there'],
      ['--format LIST', 'any of html, docx, pdf, ods and csv, as html,pdf; without it, html'],
      ['--template FILE', 'another template than the one of the catalogue'],
      ['--framework NAME', 'which framework; without it, the one that the meeting is about'],
      ['--recorded-before INSTANT', 'only what the register had recorded before that UTC instant'],
      ['--audience WHO', 'for the public, member or officer; without it, public: small numbers are hidden'],
    ],
    load: () => import('./commands/report.ts'),
  },
  {
    name: 'publish',
    usage: 'publish --org NAME --meeting DATE',
    about:
      'freeze the paper of a meeting; a correction becomes a further version; exit code 1 where nothing has changed',
    options: [
      ['--org NAME', 'whose paper it is'],
      ['--meeting DATE', 'the day of the meeting, as 2017-06-19; the paper says what was known on it'],
      ['--format LIST', 'any of the formats of tidemark report; without it, all of them'],
      ['--audience WHO', 'for the public or member; without it, public'],
      ['--why TEXT', 'why an earlier version is corrected; the erratum says it'],
      ['--earlier-lost', 'an earlier version is gone or changed, and no backup has it: go on without it'],
      ['--template FILE', 'another template than the one of the catalogue'],
      ['--framework NAME', 'which framework; without it, the one that the meeting is about'],
    ],
    load: () => import('./commands/publish.ts'),
  },
  {
    name: 'publications',
    usage: 'publications',
    about: 'list what is published, with its versions',
    options: [
      ['--org NAME', 'only what this organisation published'],
      ['--json', 'as JSON (docs/json.md)'],
    ],
    load: () => import('./commands/publications.ts'),
  },
  {
    name: 'publication',
    usage: 'publication verify [ORG MEETING]',
    about: 'check that published files are as they were published',
    load: () => import('./commands/publication.ts'),
  },
  {
    name: 'cld',
    usage: 'cld VERB …',
    about: 'take in client-level records; the statutory measures from them (docs/cld.md)',
    options: [
      ['import FILE…', 'take in submissions and the tables beside them, without anybody’s name'],
      ['submissions', 'what was taken in'],
      ['measures', 'ASCOF 2A, 2B, 2C, 2E and 3D, with numerator and denominator'],
      ['table NAME', 'a SALT table, or 2D(1) and 2D(2)'],
      ['waiting-times', 'how long people waited'],
      ['explain MEASURE', 'the steps of a measure: how many at each'],
      ['quality', 'what is wrong with the records, and what each fault costs'],
      ['moved MEASURE', 'who is new, left, late or corrected between two months'],
      ['monthly', 'every measure at every month’s end, into the register'],
      ['key make|rotate|backup', 'the key that hides who is who'],
      ['synthesise', 'invented records of any size'],
      ['--council CODE', 'import: whose files these are, no other’s; else: of this council, by code or name'],
      ['--release N', 'import: the release that the files are said to be, 1 or 2'],
      ['--imported-at INSTANT', 'import: when the files arrived, where neither a list nor their names say it'],
      ['--year YEAR', 'the financial year, as 2025/26; without it, the latest twelve months'],
      ['--as-at MONTH', 'instead of a year, the twelve months up to a month, as 2025-12'],
      ['--cut-off DATE', 'submissions up to that day count; without it, up to 35 days after the end'],
      ['--key KIND', 'how an event is known again: by cleaned values (default), or raw'],
      ['--variant KIND', 'SALT tables as-described (default), or as the official script does'],
      ['--blank-component KIND', 'ASCOF 2B, 2C: a stay without a component is left-out (default), or counted'],
      ['--periods KIND', 'what a submission covers: derived from its events (default), or stated'],
      ['--list FILE', 'quality: the records to mend, as CSV, with pseudonyms'],
      ['--org NAME', 'monthly: whose measures these are, where the register knows several organisations'],
      ['--dry-run', 'monthly: say what would be stored, and store nothing'],
      ['--from MONTH', 'moved: the first month, as 2025-03: the twelve months up to its end'],
      ['--to MONTH', 'moved: the second month'],
      ['--members', 'with the people who are counted, as pseudonyms'],
      ['--memory SIZE', 'the most memory to take, as 8GB; without it, 2GB'],
      ['--out FOLDER', 'synthesise: where to write invented records'],
      ['--councils N', 'synthesise: of so many councils; without it, 1'],
      ['--people N', 'synthesise: so many people in each; without it, 1000'],
      ['--files N', 'synthesise: so many files from each, a quarter apart; without it, 4'],
      ['--seed N', 'synthesise: another number, other people; without it, 1'],
      ['--json', 'as JSON'],
      ['--csv', 'as CSV'],
    ],
    load: () => import('./commands/cld.ts'),
  },
  {
    name: 'serve',
    usage: 'serve',
    about: 'serve the pages on http://127.0.0.1:3000',
    options: [
      ['--port N', 'another port; 0 takes a free one'],
      ['--public', 'only papers that were published for the public, and nothing else'],
      ['--listen ADDRESS', 'with --public: listen on another address than 127.0.0.1, as 0.0.0.0'],
      ['--host NAME', 'a further name that the server answers to; may be given again; also TIDEMARK_HOSTS'],
      ['--behind-tls', 'a proxy before it takes TLS: believe its X-Forwarded-Proto'],
    ],
    load: () => import('./commands/serve.ts'),
  },
  {
    name: 'audit',
    usage: 'audit verify | audit head | audit redact FACT… --why TEXT',
    about: 'check the chain of changes; print its hash; take out what a fact says',
    options: [
      ['--why TEXT', 'the reason of a redaction, which stays'],
      ['--json', 'as JSON (docs/json.md)'],
    ],
    load: () => import('./commands/audit.ts'),
  },
  {
    name: 'backup',
    usage: 'backup FILE',
    about: 'copy the whole register, chain and all, into one file, while it is in use',
    load: () => import('./commands/backup.ts'),
  },
  {
    name: 'restore',
    usage: 'restore FILE',
    about: 'put a backup in the place of the register',
    options: [['--replace', 'also where the register holds facts, which are then gone']],
    load: () => import('./commands/restore.ts'),
  },
]
