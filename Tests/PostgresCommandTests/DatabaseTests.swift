#if Postgres
import PostgresTestSupport
import Testing

/// Commands on a database, one test at a time: each runs several workers, or starts servers of its own, and all of them
/// share two processors with everything else.
@Suite(.serialized, .enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"))
enum DatabaseTests {}
#endif
