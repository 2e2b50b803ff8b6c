import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'

/** The day on which the pages were last tested as the statement says. */
const testedOn = '22 November 2026'

/** The accessibility statement: what can be expected, what fails, what to do about it. */
export function AccessibilityPage({ frame }: { frame: Frame }) {
  return (
    <Page frame={{ ...frame, day: null }} kind="reading" title="Accessibility statement">
      <h1>Accessibility statement</h1>
      <p>
        This statement is about the pages of Tidemark and the papers that it makes. The council that uses them answers
        for them. As many people as possible should be able to use them. You should be able to:
      </p>
      <ul>
        <li>reach and use everything with a keyboard alone, and with JavaScript turned off</li>
        <li>make text four times as large without anything being cut off</li>
        <li>use your own colours, spacing and typeface</li>
        <li>hear the pages with a screen reader: ratings and directions are words, never colour alone</li>
        <li>read the values behind every chart in a table</li>
      </ul>
      <h2>How accessible the pages are</h2>
      <p>
        The pages meet most of the Web Content Accessibility Guidelines 2.2 at level AA. We know of these failures and
        limits:
      </p>
      <ul>
        <li>
          Wide tables do not fit on a phone. They scroll sideways in a region of their own, with touch or with the arrow
          keys; the page around them does not.
        </li>
        <li>
          Documents that councils published before, as scanned or exported papers, are not part of these pages, and are
          often not accessible. Their figures are, where they were read in.
        </li>
        <li>
          Words that officers write, as on report cards and actions, are shown as they were written. Nobody checks
          whether they are plain or their links say where they lead.
        </li>
        <li>No person who uses assistive technology has tested the pages yet.</li>
      </ul>
      <h2>If you need something in another form</h2>
      <p>
        Papers are published as web page, Word, PDF and spreadsheet, so that you can take the one that suits you. If
        none does, write to the performance team of the council’s adult social care. Say what you need, which page it is
        on, and how to reach you. The council names its address and the time in which it answers where it publishes
        these pages: the software does not know them.
      </p>
      <h2>Telling us what does not work</h2>
      <p>
        If you find a problem that is not named here, or think that a page fails the guidelines, tell the same team.
      </p>
      <h2>If you are not content with the answer</h2>
      <p>
        The Equality and Human Rights Commission enforces the accessibility regulations of 2018 for public bodies. If a
        council does not answer your complaint well, the{' '}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a> tells you what you
        can do.
      </p>
      <h2>What the law asks</h2>
      <p>
        Public bodies must make their pages accessible under the Public Sector Bodies (Websites and Mobile Applications)
        (No. 2) Accessibility Regulations 2018. These pages comply in part with the{' '}
        <a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines 2.2</a> at level AA, with the
        exceptions above. None of them is claimed to be a disproportionate burden.
      </p>
      <h2>How this statement was made</h2>
      <p>
        It was written on {testedOn}, the day of the last test. The developers tested every kind of page themselves,
        with the axe checker and in Chromium, at the width of a phone and of a desk, with a keyboard, with widened
        spacing and with forced colours. The same checks run whenever Tidemark is changed.
      </p>
    </Page>
  )
}
