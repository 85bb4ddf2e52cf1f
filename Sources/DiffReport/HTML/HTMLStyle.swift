import SourceText
import SpecDiff

/// The look of the page: light and dark, wide and narrow, on paper.
///
/// Text has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3) in both schemes. Colour is never the only sign: levels are
/// words, removed text is struck out, added text underlined.
enum HTMLStyle {
    static let rules: HTML = """
        :root {
          color-scheme: light dark;
          --ground: #ffffff; --raised: #f6f7f9; --line: #d5d9e0; --text: #1c2128; --muted: #59616d; --link: #0b5cad;
          --breaking: #a3122a; --breaking-ground: #fdebec; --warning: #7a4a00; --warning-ground: #fdf2dc;
          --info: #0b5cad; --info-ground: #e8f1fb; --none: #59616d; --none-ground: #eef0f3;
          --removed: #8f1024; --removed-ground: #fde4e6; --added: #115c2a; --added-ground: #dcf5e3;
          --mark: #fff0b3;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #14171c; --raised: #1d2128; --line: #3a414c; --text: #e4e8ee; --muted: #a3adba; --link: #84bdff;
            --breaking: #ff9aa5; --breaking-ground: #3d171d; --warning: #f2c063; --warning-ground: #382a0d;
            --info: #84bdff; --info-ground: #14293f; --none: #a3adba; --none-ground: #262b33;
            --removed: #ffa8b1; --removed-ground: #3d171d; --added: #8be0a4; --added-ground: #12321d;
            --mark: #4d430f;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem 3rem; background: var(--ground); color: var(--text);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
          overflow-wrap: anywhere;
        }
        a { color: var(--link); }
        a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        h1, h2, h3, h4 { line-height: 1.3; margin: 0; }
        h1 { font-size: 1.5rem; }
        p { margin: 0; }
        code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        code { font-size: 0.9em; }
        .lead { color: var(--muted); margin-top: 0.25rem; }
        .client { margin-top: 2.5rem; border-top: 3px solid var(--line); padding-top: 1.5rem; }
        .client > h2 { font-size: 1.375rem; }
        .verdicts { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 0.75rem;
          margin: 1.25rem 0 0; padding: 0; list-style: none; }
        .verdict { border: 1px solid var(--line); border-left: 0.375rem solid var(--none); border-radius: 0.375rem;
          padding: 0.75rem 1rem; background: var(--raised); }
        .verdict .name { color: var(--muted); font-size: 0.875rem; }
        .verdict .word { font-size: 1.375rem; font-weight: 700; line-height: 1.3; }
        .verdict .counts { font-size: 0.875rem; color: var(--muted); }
        .verdict.breaking { border-left-color: var(--breaking); } .verdict.breaking .word { color: var(--breaking); }
        .verdict.warning { border-left-color: var(--warning); } .verdict.warning .word { color: var(--warning); }
        .verdict.info { border-left-color: var(--info); } .verdict.info .word { color: var(--info); }
        .contents { margin: 1.25rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap;
          gap: 0.25rem 1.25rem; }
        .contents a { display: inline-block; padding: 0.25rem 0; }
        .glance { margin-top: 0.75rem; } .glance ol { margin: 0.25rem 0 0; padding-left: 2.25rem; }
        .group { margin-top: 2.25rem; }
        .group > h2, .group > h3 { font-size: 1.1875rem; border-bottom: 1px solid var(--line);
          padding-bottom: 0.375rem; }
        .item { margin-top: 1rem; border: 1px solid var(--line); border-left: 0.375rem solid var(--none);
          border-radius: 0.375rem; padding: 0.75rem 1rem; scroll-margin-top: 1rem; }
        .item.breaking { border-left-color: var(--breaking); }
        .item.warning { border-left-color: var(--warning); }
        .item.info { border-left-color: var(--info); }
        .item:target { outline: 3px solid var(--link); outline-offset: 1px; }
        .item h3, .item h4 { font-size: 1.0625rem; font-weight: 600; margin-top: 0.375rem; }
        .item h3:first-child, .item h4:first-child { margin-top: 0; }
        .levels { display: flex; flex-wrap: wrap; gap: 0.375rem; }
        .level { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 0.625rem;
          font-size: 0.8125rem; font-weight: 600; white-space: nowrap; color: var(--none);
          background: var(--none-ground); }
        .level.breaking { color: var(--breaking); background: var(--breaking-ground); }
        .level.warning { color: var(--warning); background: var(--warning-ground); }
        .level.info { color: var(--info); background: var(--info-ground); }
        .rule { color: var(--muted); font-size: 0.875rem; }
        .values { margin-top: 0.5rem; }
        del { color: var(--removed); background: var(--removed-ground); text-decoration: line-through; }
        ins { color: var(--added); background: var(--added-ground); text-decoration: underline;
          text-underline-offset: 0.15em; }
        .values del, .values ins { padding: 0.0625rem 0.25rem; border-radius: 0.1875rem; }
        dl { margin: 0.75rem 0 0; display: grid; grid-template-columns: 6.5rem minmax(0, 1fr);
          gap: 0.5rem 0.75rem; }
        dt { color: var(--muted); font-size: 0.875rem; line-height: 1.7; }
        dd { margin: 0; }
        dd ul { margin: 0; padding: 0; list-style: none; }
        pre { margin: 0.25rem 0 0; padding: 0.5rem 0.625rem; border-radius: 0.25rem; background: var(--raised);
          font-size: 0.8125rem; line-height: 1.5; white-space: pre-wrap; }
        mark { background: var(--mark); color: inherit; font-weight: 700; text-decoration: underline;
          text-decoration-thickness: 2px; text-underline-offset: 0.2em; }
        pre del, pre ins { display: block; text-decoration: none; padding: 0 0.25rem; }
        pre b { font-weight: 700; text-decoration: underline; text-underline-offset: 0.2em; }
        .declaration + .declaration { margin-top: 0.625rem; }
        .place { font-size: 0.875rem; }
        .prose { margin-top: 0.5rem; }
        .legend { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; color: var(--muted);
          font-size: 0.875rem; }
        summary { cursor: pointer; padding: 0.125rem 0; }
        @media (max-width: 40rem) {
          dl { grid-template-columns: minmax(0, 1fr); gap: 0.125rem; }
          dt { margin-top: 0.5rem; }
          .item { padding: 0.75rem; }
        }
        @media print {
          :root {
            --ground: #ffffff; --raised: #ffffff; --line: #8a929e; --text: #000000; --muted: #333a44; --link: #000000;
            --breaking: #a3122a; --warning: #7a4a00; --info: #0b5cad; --none: #59616d; --removed: #8f1024;
            --added: #115c2a; --mark: #ffffff;
            --breaking-ground: #ffffff; --warning-ground: #ffffff; --info-ground: #ffffff; --none-ground: #ffffff;
            --removed-ground: #ffffff; --added-ground: #ffffff;
          }
          body { max-width: none; padding: 0; font-size: 10pt; }
          h2, h3, h4, .levels { break-after: avoid; }
          pre, .verdict { break-inside: avoid; }
          details::details-content { content-visibility: visible; block-size: auto; }
        }

        """
}
