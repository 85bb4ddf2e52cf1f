#if Postgres
/// SQL that fills a journal by COPY: an order, a payout, an item and five lines each. One payout of a thousand is open.
///
/// The lines are of the length of real ones, and chained to nothing: they are counted and passed over, never read.
enum FilledJournal {
    static func sql(payouts: Int) -> String {
        """
        SET session_replication_role = replica;
        SET maintenance_work_mem = '256MB';
        CREATE TEMPORARY TABLE definitions AS SELECT indexname, indexdef FROM pg_indexes
            WHERE schemaname = 'kurus' AND indexname IN ('orders_by_position', 'payouts_by_id', 'payouts_by_order',
                'items_by_content', 'items_by_id', 'lines_by_authorization', 'standings_by_turn');
        DO $$ DECLARE name text; BEGIN
            FOR name IN SELECT indexname FROM definitions LOOP EXECUTE 'DROP INDEX kurus.' || name; END LOOP; END $$;
        ALTER TABLE kurus.lines DROP CONSTRAINT lines_pkey;
        ALTER TABLE kurus.items DROP CONSTRAINT items_pkey;
        BEGIN;
        -- With wal_level = minimal, what a transaction copies into tables that it emptied is not logged.
        TRUNCATE kurus.orders, kurus.payouts, kurus.items, kurus.lines, kurus.standings, kurus.leases;
        COPY kurus.orders (merchant, id, token, recorded_at, actor) FROM PROGRAM \(program(
            payouts, #"printf "1\torder-%08d\ttoken-%d\t2026-%02d-%02d 09:30:00Z\tayse@office\n", i, i, 1 + i * 11 / n, 1 + i % 28"#));
        COPY kurus.payouts (merchant, order_id, place, id, currency, body_hash, code) FROM PROGRAM \(program(
            payouts, #"printf "1\torder-%08d\t1\torder-%08d-1\tTRY\t%064d\t\\\\x%064d\n", i, i, i, i"#));
        COPY kurus.items (payout, place, merchant, id, amount, currency, recipient, recipient_form, recorded_at)
            FROM PROGRAM \(program(
                payouts, #"printf "%d\t1\t1\temp-%d\t%d.50\tTRY\t%064d\t0\t2026-%02d-%02d 09:30:00Z\n", i, i % 20000, 1000 + i % 5000, i % 20000, 1 + i * 11 / n, 1 + i % 28"#));
        COPY kurus.lines (payout, number, kind, authorization_number, token, line, code) FROM PROGRAM \(program(
            payouts, #"for (k = 1; k <= (i % 1000 ? 5 : 4); k++) printf "%d\t%d\t%s\t%s\ttoken-%d-%d\t{\"entry\":\"%s\",\"id\":\"order-%08d-1\",\"time\":\"2026-11-01T09:30:00.000Z\",\"actor\":\"ayse@office\",\"token\":\"token-%d-%d\"}\t\\\\x%064d\n", i, k, kind[k], (k == 4 ? "1" : "\\N"), i, k, kind[k], i, i, k, i"#));
        COPY kurus.standings (payout, merchant, standing, since, initializations, authorizations) FROM PROGRAM \(program(
            payouts / 1000, #"printf "%d\t1\tauthorized\t2026-11-01 09:30:00Z\t1\t1\n", i * 1000"#));
        COMMIT;
        ALTER TABLE kurus.lines ADD PRIMARY KEY (payout, number);
        ALTER TABLE kurus.items ADD PRIMARY KEY (payout, place);
        INSERT INTO kurus.totals (merchant, shard, orders, ended, initializations, authorizations)
            VALUES (1, -1, \(payouts), \(payouts - payouts / 1000), \(payouts), \(payouts));
        SELECT setval('kurus.payouts_payout_seq', \(payouts + 1)), setval('kurus.orders_position_seq', \(payouts + 1));
        DO $$ DECLARE definition text; BEGIN
            FOR definition IN SELECT indexdef FROM definitions LOOP EXECUTE definition; END LOOP; END $$;
        ANALYZE;
        """
    }

    private static func program(_ count: Int, _ body: String) -> String {
        let kinds = #"split("initializing initialized pinned authorizing ended", kind, " ")"#
        return "'awk ''BEGIN { n = \(count); \(kinds); for (i = 1; i <= n; i++) { \(body) } }'''"
    }
}
#endif
