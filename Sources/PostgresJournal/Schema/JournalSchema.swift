#if Postgres
/// The journal's tables, made by migrations that are applied in turn and never changed.
///
/// All names include their schema, since a session's `search_path` is not under this library's control.
enum JournalSchema {
    /// The version that this library reads and writes.
    static var version: Int { migrations.count }

    /// The statements that lead from each version to the next; the first one begins with an empty database.
    static let migrations = [version1, version2, version3, version4, version5]

    /// Serializes migrations. Its number is "kurus" in ASCII.
    static let migrationLock: Int64 = 0x6b_75_72_75_73

    /// Serializes decisions about a journal's key. Its number is "keys" in ASCII.
    static let keyLock: Int64 = 0x6b_65_79_73

    /// The rights of a role that pays: it cannot change or remove permanent records. A row lock and an upsert need the
    /// right to update, so the rows that they touch are separate from the records.
    ///
    /// - Parameter role: A quoted identifier.
    static func grants(to role: String) -> String {
        """
        GRANT USAGE ON SCHEMA kurus TO \(role);
        GRANT SELECT ON kurus.migrations TO \(role);
        GRANT SELECT, INSERT ON kurus.merchants, kurus.keys, kurus.servers, kurus.orders, kurus.payouts, kurus.items,
            kurus.lines TO \(role);
        GRANT SELECT, INSERT, UPDATE, DELETE ON kurus.leases, kurus.call_limits, kurus.standings,
            kurus.totals, kurus.refusals TO \(role);
        """
    }

    private static let version1 = """
        CREATE TABLE kurus.merchants (
            merchant bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            provider text COLLATE "C" NOT NULL,
            host text COLLATE "C" NOT NULL,
            fingerprint text COLLATE "C" NOT NULL,
            begun_at timestamptz NOT NULL,
            UNIQUE (provider, host, fingerprint)
        );

        -- The key that recipients and lines are hashed with, wrapped under the account's secret: the last row counts.
        CREATE TABLE kurus.keys (
            merchant bigint NOT NULL REFERENCES kurus.merchants,
            number integer NOT NULL,
            fingerprint text COLLATE "C" NOT NULL,
            wrapped text COLLATE "C" NOT NULL,
            wrapped_at timestamptz NOT NULL,
            PRIMARY KEY (merchant, number)
        );
        CREATE INDEX keys_by_fingerprint ON kurus.keys (fingerprint);

        -- The servers that an operator knows to hold every line: the last row counts.
        CREATE TABLE kurus.servers (
            number integer PRIMARY KEY,
            system_identifier bigint NOT NULL,
            timeline text COLLATE "C" NOT NULL,
            database bigint NOT NULL,
            confirmed_at timestamptz NOT NULL,
            actor text NOT NULL
        );

        CREATE TABLE kurus.orders (
            merchant bigint NOT NULL REFERENCES kurus.merchants,
            position bigint GENERATED ALWAYS AS IDENTITY,
            id text COLLATE "C" NOT NULL,
            token text COLLATE "C" NOT NULL,
            recorded_at timestamptz,
            actor text,
            PRIMARY KEY (merchant, id)
        );
        CREATE UNIQUE INDEX orders_by_position ON kurus.orders (merchant, position);

        CREATE TABLE kurus.payouts (
            payout bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            merchant bigint NOT NULL,
            order_id text COLLATE "C" NOT NULL,
            place integer NOT NULL,
            id text COLLATE "C" NOT NULL,
            currency text COLLATE "C" NOT NULL,
            body_hash text COLLATE "C" NOT NULL,
            code bytea NOT NULL,
            FOREIGN KEY (merchant, order_id) REFERENCES kurus.orders
        );
        CREATE UNIQUE INDEX payouts_by_id ON kurus.payouts (merchant, id);
        CREATE INDEX payouts_by_order ON kurus.payouts (merchant, order_id, place);

        -- Currency and time repeat what orders and payouts have, so that one index answers what repeats an order.
        CREATE TABLE kurus.items (
            payout bigint NOT NULL REFERENCES kurus.payouts,
            place integer NOT NULL,
            merchant bigint NOT NULL,
            id text COLLATE "C" NOT NULL,
            amount numeric NOT NULL,
            currency text COLLATE "C" NOT NULL,
            recipient text COLLATE "C" NOT NULL,
            recipient_form smallint NOT NULL,
            recorded_at timestamptz,
            PRIMARY KEY (payout, place)
        );
        CREATE INDEX items_by_content ON kurus.items (merchant, recipient, amount, currency);
        CREATE INDEX items_by_id ON kurus.items (merchant, id, recorded_at);

        -- A payout's lines are one sequence: its number is the place to which a writer appends, and only one can.
        CREATE TABLE kurus.lines (
            payout bigint NOT NULL REFERENCES kurus.payouts,
            number integer NOT NULL CHECK (number > 0),
            kind text COLLATE "C" NOT NULL,
            authorization_number integer,
            token text COLLATE "C",
            line text COLLATE "C" NOT NULL,
            code bytea NOT NULL,
            PRIMARY KEY (payout, number),
            CHECK ((kind = 'authorizing') <= (authorization_number IS NOT NULL))
        );
        -- An authorization of one number is announced once.
        CREATE UNIQUE INDEX lines_by_authorization ON kurus.lines (payout, authorization_number)
            WHERE kind = 'authorizing';

        -- How far each payout is that is not at its end, for statistics and for who works next; it decides nothing about
        -- money.
        CREATE TABLE kurus.standings (
            payout bigint PRIMARY KEY REFERENCES kurus.payouts,
            merchant bigint NOT NULL,
            standing text COLLATE "C" NOT NULL,
            since timestamptz NOT NULL,
            initializations integer NOT NULL,
            authorizations integer NOT NULL
        );
        CREATE INDEX standings_by_standing ON kurus.standings (merchant, standing, since);

        -- What is at its end, counted; in several rows, so that writers seldom wait for each other.
        CREATE TABLE kurus.totals (
            merchant bigint NOT NULL REFERENCES kurus.merchants,
            shard integer NOT NULL,
            orders bigint NOT NULL DEFAULT 0,
            ended bigint NOT NULL DEFAULT 0,
            initializations bigint NOT NULL DEFAULT 0,
            authorizations bigint NOT NULL DEFAULT 0,
            takeovers bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (merchant, shard)
        );

        CREATE TABLE kurus.leases (
            payout bigint PRIMARY KEY REFERENCES kurus.payouts,
            token text COLLATE "C" NOT NULL,
            actor text NOT NULL,
            host text NOT NULL,
            process integer NOT NULL,
            ends_at timestamptz NOT NULL
        );

        CREATE TABLE kurus.call_limits (
            merchant bigint PRIMARY KEY REFERENCES kurus.merchants,
            calls_per_second numeric NOT NULL CHECK (calls_per_second > 0),
            next_at timestamptz NOT NULL
        );

        -- Rights keep an ordinary role from changing what is kept; this keeps the tables' owner from doing so by mistake.
        CREATE FUNCTION kurus.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = '42501';
        END $$;
        \(keptTables.map(keeping).joined(separator: "\n"))
        """

    /// Safe, because no library of version 1 wrote a key.
    private static let version2 = """
        ALTER TABLE kurus.keys
            -- Of the key itself, which stays the same when it is wrapped anew.
            ADD COLUMN key_fingerprint text COLLATE "C" NOT NULL,
            ADD COLUMN actor text NOT NULL;
        """

    /// The reason why a worker left a payout, the number of repetitions, and the end of its rest.
    private static let version3 = """
        ALTER TABLE kurus.standings
            ADD COLUMN left_for text COLLATE "C",
            ADD COLUMN failures integer NOT NULL DEFAULT 0,
            ADD COLUMN not_before timestamptz;
        """

    /// Counts of the provider's refusals, for statistics only.
    private static let version4 = """
        CREATE TABLE kurus.refusals (
            merchant bigint NOT NULL REFERENCES kurus.merchants,
            operation text COLLATE "C" NOT NULL,
            code text COLLATE "C" NOT NULL,
            count bigint NOT NULL,
            PRIMARY KEY (merchant, operation, code)
        );
        """

    /// The index for taking work: by the time since a payout is open, or since its rest is over.
    private static let version5 = """
        DROP INDEX kurus.standings_by_standing;
        CREATE INDEX standings_by_turn ON kurus.standings (merchant, standing, (coalesce(not_before, since)));
        """

    private static let keptTables = ["merchants", "keys", "servers", "orders", "payouts", "items", "lines"]

    private static func keeping(_ table: String) -> String {
        """
        CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON kurus.\(table)
            FOR EACH STATEMENT EXECUTE FUNCTION kurus.refuse_change();
        """
    }
}
#endif
