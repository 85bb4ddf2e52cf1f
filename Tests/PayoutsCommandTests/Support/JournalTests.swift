import Testing

/// Tests that open journals, one at a time: between its fork and its exec a process that another test starts holds every
/// open file of this one, and with it the lock of its journal.
@Suite(.serialized) enum JournalTests {}
