import SourceText

extension ExportHTML {
    /// The style for screens of any width and for paper: table headings repeat on every page, and rows are not split.
    static let style: HTML = """
        :root { color-scheme: light; --ink: #1a1d21; --soft: #5b6470; --line: #d5d9df; --shade: #f4f6f8; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 75rem; padding: 2rem 1.5rem 3rem; color: var(--ink); background: #fff;
          font: 0.9375rem/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        .kind { margin: 0; color: var(--soft); font-size: 0.8125rem; letter-spacing: 0.06em; text-transform: uppercase; }
        h1 { margin: 0 0 1.25rem; font-size: 1.75rem; line-height: 1.2; overflow-wrap: anywhere; }
        h2 { margin: 2rem 0 0.5rem; font-size: 1.0625rem; }
        dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.75rem 1.5rem; margin: 0;
          padding: 1rem; background: var(--shade); border-radius: 0.375rem; }
        dt { color: var(--soft); font-size: 0.8125rem; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .wide { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
        .sums { max-width: 44rem; }
        .number + :not(.number) { padding-left: 1rem; }
        .id { white-space: nowrap; }
        th, td { padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid var(--line); text-align: left;
          vertical-align: top; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { color: var(--soft); font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
        tfoot td, tfoot th { border-bottom: 0; border-top: 2px solid var(--ink); font-weight: 600; }
        .number { text-align: right; white-space: nowrap; }
        .ended, .code { white-space: nowrap; }
        .account { display: block; color: var(--soft); font-size: 0.8125rem; white-space: nowrap; }
        .end { white-space: nowrap; }
        .end::before { content: ""; display: inline-block; width: 0.5rem; height: 0.5rem; margin-right: 0.375rem;
          border-radius: 50%; background: #b3261e; }
        .end.paid::before { background: #1b7f3b; }
        .end.open::before { background: #b7791f; }
        .signatures { display: flex; gap: 2rem; margin-top: 3.5rem; break-inside: avoid; }
        .signatures div { flex: 1; padding-top: 0.375rem; border-top: 1px solid var(--ink); color: var(--soft);
          font-size: 0.8125rem; }
        @media screen and (max-width: 40rem) {
          body { padding: 1.25rem 1rem 2rem; }
          h1 { font-size: 1.375rem; }
          dl { grid-template-columns: 1fr 1fr; }
          .sums { font-size: 0.8125rem; }
          .sums th, .sums td { padding-right: 0.5rem; }
          .end { white-space: normal; }
          .cards, .cards tbody { display: block; }
          .cards thead { display: none; }
          .cards tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding: 0.625rem 0;
            border-bottom: 1px solid var(--line); }
          .cards td { padding: 0; border: 0; overflow-wrap: anywhere; }
          .cards td:empty { display: none; }
          .cards .id { order: 1; font-weight: 600; white-space: normal; }
          .cards .amount { order: 2; }
          .cards .person { order: 3; }
          .cards .state { order: 4; text-align: right; }
          .cards .about, .cards .commission, .cards .ended, .cards .code, .cards .event { order: 5; padding: 0;
            grid-column: 1 / -1; text-align: left; color: var(--soft); font-size: 0.8125rem; white-space: normal; }
          .cards .commission::before { content: "Commission "; }
          .cards .ended::before { content: "Ended (UTC) "; }
          .cards .code::before { content: "Reference "; }
          .cards .request::before { content: "Provider's request "; }
          .cards .count { order: 2; }
          .cards .event::before { content: "Authorized "; }
          .cards .count::before { content: "Items "; }
          .signatures { gap: 1rem; }
        }
        @page { size: A4; margin: 14mm 12mm 16mm; }
        @media print {
          html { font-size: 9pt; }
          body { max-width: none; padding: 0; }
          dl { grid-template-columns: repeat(3, 1fr); -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          .end::before { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          .wide { overflow: visible; }
          th, td { padding: 1.2mm 2.5mm 1.2mm 0; }
          thead { display: table-header-group; }
          tfoot { display: table-row-group; }
          tr { break-inside: avoid; }
          h2 { break-after: avoid; }
          .end { white-space: normal; }
          .id { white-space: normal; overflow-wrap: anywhere; min-width: 20mm; }
        }
        """
}
