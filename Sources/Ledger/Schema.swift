import GRDB

/// The tables of `goldthread.sqlite`, as numbered steps from an empty file to today's.
///
/// A step that has been released is never edited; a change is a new step.
enum Schema {
  /// SQLite's `application_id`: "Gold". It tells a ledger from another program's database.
  static let application = 0x476F_6C64

  static let steps = [
    entries, files, accounts, mail, lastLooks, readingKeys, objectives, knownPlaces, accountEvents,
  ]

  private static let entries = """
    CREATE TABLE entry (
      council     TEXT NOT NULL CHECK (council <> ''),
      position    INTEGER NOT NULL CHECK (position > 0),
      batch       TEXT NOT NULL CHECK (batch <> ''),
      recorded_at TEXT NOT NULL CHECK (recorded_at GLOB
        '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
      author      TEXT NOT NULL CHECK (author <> ''),
      reason      TEXT NOT NULL,
      kind        TEXT NOT NULL CHECK (kind <> ''),
      record      TEXT NOT NULL CHECK (record <> ''),
      revision    INTEGER NOT NULL CHECK (revision > 0),
      body        TEXT CHECK (body IS NULL OR json_valid(body)),
      hash        TEXT NOT NULL CHECK (length(hash) = 71 AND hash GLOB 'sha256:*'),
      PRIMARY KEY (council, position),
      -- Serves as the index for (council, kind, record) too.
      UNIQUE (council, kind, record, revision)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX entry_batch ON entry (council, batch);

    -- REPLACE deletes without asking the trigger for DELETE, so an entry may only ever come next.
    CREATE TRIGGER entry_comes_next BEFORE INSERT ON entry
    WHEN NEW.position <> 1 + coalesce((SELECT max(position) FROM entry WHERE council = NEW.council), 0)
      OR NEW.revision <> 1 + coalesce((SELECT max(revision) FROM entry
        WHERE council = NEW.council AND kind = NEW.kind AND record = NEW.record), 0)
    BEGIN SELECT raise(ABORT, 'an entry comes after the newest one'); END;

    CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
    BEGIN SELECT raise(ABORT, 'entries are never changed'); END;

    CREATE TRIGGER entry_remains BEFORE DELETE ON entry
    BEGIN SELECT raise(ABORT, 'entries are never deleted'); END;
    """

  private static let files = """
    CREATE TABLE file (
      council     TEXT NOT NULL CHECK (council <> ''),
      digest      TEXT NOT NULL CHECK (length(digest) = 71 AND digest GLOB 'sha256:*'),
      name        TEXT NOT NULL CHECK (name <> ''),
      media_type  TEXT NOT NULL CHECK (media_type <> ''),
      bytes       BLOB NOT NULL,
      PRIMARY KEY (council, digest)
    ) STRICT;

    CREATE TRIGGER file_is_new BEFORE INSERT ON file
    WHEN EXISTS (SELECT 1 FROM file WHERE council = NEW.council AND digest = NEW.digest)
    BEGIN SELECT raise(ABORT, 'sealed files are never replaced'); END;

    CREATE TRIGGER file_stays BEFORE UPDATE ON file
    BEGIN SELECT raise(ABORT, 'sealed files are never changed'); END;

    CREATE TRIGGER file_remains BEFORE DELETE ON file
    BEGIN SELECT raise(ABORT, 'sealed files are never deleted'); END;
    """
}

extension Schema {
  /// People, apart from the ledger: these rows can be changed and erased, entries can't (design, section 4).
  fileprivate static let accounts = """
    CREATE TABLE person (
      council     TEXT NOT NULL CHECK (council <> ''),
      id          TEXT NOT NULL CHECK (id <> ''),
      name        TEXT NOT NULL CHECK (name <> ''),
      email       TEXT NOT NULL CHECK (email LIKE '%_@_%' AND email = lower(email)),
      -- Argon2id in its own text form; NULL until an invitation is accepted.
      password    TEXT CHECK (password IS NULL OR password GLOB '$argon2id$*'),
      created_at  INTEGER NOT NULL,
      disabled_at INTEGER,
      PRIMARY KEY (council, id),
      UNIQUE (council, email)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE person_role (
      council     TEXT NOT NULL,
      person      TEXT NOT NULL,
      role        TEXT NOT NULL CHECK (role <> ''),
      PRIMARY KEY (council, person, role),
      FOREIGN KEY (council, person) REFERENCES person (council, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    -- Secrets are kept as digests only: who reads the file can't sign in with it.
    CREATE TABLE session (
      digest      TEXT NOT NULL PRIMARY KEY CHECK (digest GLOB 'sha256:*'),
      council     TEXT NOT NULL,
      person      TEXT NOT NULL,
      began_at    INTEGER NOT NULL,
      seen_at     INTEGER NOT NULL,
      ends_at     INTEGER NOT NULL,
      FOREIGN KEY (council, person) REFERENCES person (council, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX session_person ON session (council, person);

    CREATE TABLE letter (
      digest      TEXT NOT NULL PRIMARY KEY CHECK (digest GLOB 'sha256:*'),
      council     TEXT NOT NULL,
      person      TEXT NOT NULL,
      purpose     TEXT NOT NULL CHECK (purpose IN ('invitation', 'reset')),
      ends_at     INTEGER NOT NULL,
      FOREIGN KEY (council, person) REFERENCES person (council, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX letter_person ON letter (council, person);

    -- Failures by what was tried (an address or an account, as a digest), for back-off.
    CREATE TABLE failure (
      council     TEXT NOT NULL,
      tried       TEXT NOT NULL,
      count       INTEGER NOT NULL CHECK (count > 0),
      last_at     INTEGER NOT NULL,
      PRIMARY KEY (council, tried)
    ) STRICT, WITHOUT ROWID;
    """
}

extension Schema {
  /// Letters that wait, went out or could not, apart from the ledger: they go with the person they are for. No name or
  /// address is in them, and of invitations and resets neither text nor secret (Decisions/0018).
  fileprivate static let mail = """
    CREATE TABLE mail (
      council       TEXT NOT NULL,
      key           TEXT NOT NULL CHECK (key <> ''),
      person        TEXT NOT NULL,
      kind          TEXT NOT NULL CHECK (kind <> ''),
      -- Whether the calendar made it; such a letter goes when its reason goes.
      by_rule       INTEGER NOT NULL CHECK (by_rule IN (0, 1)),
      -- Lets someone in: at once, on any day.
      is_security   INTEGER NOT NULL CHECK (is_security IN (0, 1)),
      subject       TEXT NOT NULL,
      text          TEXT NOT NULL,
      made_at       INTEGER NOT NULL,
      due_at        INTEGER NOT NULL,
      -- Until then one loop has it in hand.
      claimed_until INTEGER,
      tries         INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
      last_error    TEXT,
      sent_at       INTEGER,
      gave_up_at    INTEGER,
      CHECK (sent_at IS NULL OR gave_up_at IS NULL),
      CHECK (NOT is_security OR (subject = '' AND text = '')),
      PRIMARY KEY (council, key),
      FOREIGN KEY (council, person) REFERENCES person (council, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX mail_person ON mail (council, person, sent_at);
    CREATE INDEX mail_waiting ON mail (council, due_at) WHERE sent_at IS NULL AND gave_up_at IS NULL;
    """
}

extension Schema {
  /// How far each person had read when they last looked: it concerns them alone and goes with them.
  fileprivate static let lastLooks = """
    CREATE TABLE last_look (
      council     TEXT NOT NULL,
      person      TEXT NOT NULL,
      -- The newest entry there was, and when, at the newest look of this visit.
      position    INTEGER NOT NULL,
      looked_at   INTEGER NOT NULL,
      -- The same at the last look of the visit before.
      before_position INTEGER NOT NULL,
      before_at   INTEGER NOT NULL,
      PRIMARY KEY (council, person),
      FOREIGN KEY (council, person) REFERENCES person (council, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}

extension Schema {
  /// What lets programs read: a person's calendar, which goes with the person, and tokens of the council's own.
  fileprivate static let readingKeys = """
    CREATE TABLE calendar_key (
      council     TEXT NOT NULL,
      person      TEXT NOT NULL,
      digest      TEXT NOT NULL UNIQUE CHECK (digest GLOB 'sha256:*'),
      made_at     INTEGER NOT NULL,
      PRIMARY KEY (council, person),
      FOREIGN KEY (council, person) REFERENCES person (council, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE token (
      council     TEXT NOT NULL CHECK (council <> ''),
      id          TEXT NOT NULL CHECK (id <> ''),
      digest      TEXT NOT NULL UNIQUE CHECK (digest GLOB 'sha256:*'),
      name        TEXT NOT NULL CHECK (name <> ''),
      -- The service it is confined to; NULL for everything.
      service     TEXT,
      made_by     TEXT NOT NULL,
      made_at     INTEGER NOT NULL,
      ends_at     INTEGER NOT NULL,
      used_at     INTEGER,
      PRIMARY KEY (council, id)
    ) STRICT, WITHOUT ROWID;
    """

  /// What people are to reach, apart from the ledger: private to them and their manager, and gone with them.
  fileprivate static let objectives = """
    CREATE TABLE objective (
      council     TEXT NOT NULL,
      id          TEXT NOT NULL CHECK (id <> ''),
      person      TEXT NOT NULL,
      -- The post whose next holder takes it over while it is open.
      post        TEXT CHECK (post <> ''),
      title       TEXT NOT NULL CHECK (title <> ''),
      text        TEXT,
      measure     TEXT,
      due         TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      -- The calendar year in which its financial year begins.
      year        INTEGER NOT NULL,
      state       TEXT NOT NULL CHECK (state IN ('open', 'met', 'partly met', 'not met', 'dropped')),
      PRIMARY KEY (council, id),
      FOREIGN KEY (council, person) REFERENCES person (council, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX objective_person ON objective (council, person);
    CREATE INDEX objective_post ON objective (council, post) WHERE post IS NOT NULL;

    CREATE TABLE objective_serves (
      council     TEXT NOT NULL,
      objective   TEXT NOT NULL,
      place       INTEGER NOT NULL,
      kind        TEXT NOT NULL CHECK (kind <> ''),
      record      TEXT NOT NULL CHECK (record <> ''),
      PRIMARY KEY (council, objective, place),
      FOREIGN KEY (council, objective) REFERENCES objective (council, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    -- What was said at appraisals goes with whom it is about, also where a successor goes on with the objective.
    CREATE TABLE objective_note (
      council     TEXT NOT NULL,
      id          TEXT NOT NULL CHECK (id <> ''),
      objective   TEXT NOT NULL,
      about       TEXT NOT NULL,
      author      TEXT NOT NULL CHECK (author <> ''),
      day         TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      text        TEXT NOT NULL CHECK (text <> ''),
      PRIMARY KEY (council, id),
      FOREIGN KEY (council, objective) REFERENCES objective (council, id) ON DELETE CASCADE,
      FOREIGN KEY (council, about) REFERENCES person (council, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX objective_note_of ON objective_note (council, objective);
    CREATE INDEX objective_note_about ON objective_note (council, about);
    """
}

extension Schema {
  /// From where people signed in before, as digests of their address and the network's: strangers who guess at an account
  /// don't slow down who comes from there. They go with the person.
  fileprivate static let knownPlaces = """
    CREATE TABLE known_place (
      council     TEXT NOT NULL,
      person      TEXT NOT NULL,
      place       TEXT NOT NULL CHECK (place GLOB 'sha256:*'),
      last_at     INTEGER NOT NULL,
      PRIMARY KEY (council, person, place),
      FOREIGN KEY (council, person) REFERENCES person (council, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}

extension Schema {
  /// What was done to accounts, by ids alone. Only added to: an entry that could be changed would prove nothing.
  fileprivate static let accountEvents = """
    CREATE TABLE account_event (
      number      INTEGER PRIMARY KEY AUTOINCREMENT,
      council     TEXT NOT NULL CHECK (council <> ''),
      at          INTEGER NOT NULL,
      author      TEXT NOT NULL CHECK (author <> ''),
      about       TEXT NOT NULL CHECK (about <> ''),
      what        TEXT NOT NULL CHECK (what <> ''),
      detail      TEXT
    ) STRICT;

    CREATE INDEX account_event_about ON account_event (council, about);

    CREATE TRIGGER account_event_stays BEFORE UPDATE ON account_event
    BEGIN SELECT raise(ABORT, 'what was done to accounts is never changed'); END;

    CREATE TRIGGER account_event_remains BEFORE DELETE ON account_event
    BEGIN SELECT raise(ABORT, 'what was done to accounts is never deleted'); END;
    """
}

extension Schema {
  /// Brings a database to today's schema. Refuses another program's database and one of a newer Goldthread untouched.
  static func bringUpToDate(_ db: Database, at path: String) throws {
    try db.inTransaction(.immediate) {
      let found = try version(of: db, at: path)
      guard found < steps.count else { return .commit }
      if found == 0 {
        try db.execute(sql: "PRAGMA application_id = \(application)")
        try db.execute(sql: "CREATE TABLE schema (version INTEGER PRIMARY KEY) STRICT")
      }
      for number in found..<steps.count {
        try db.execute(sql: steps[number])
        try db.execute(sql: "INSERT INTO schema (version) VALUES ($1)", arguments: [number + 1])
      }
      return .commit
    }
  }

  /// The steps a database has taken; 0 for an empty one.
  static func version(of db: Database, at path: String) throws -> Int {
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard tables > 0 else { return 0 }
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == application, try db.tableExists("schema") else {
      throw LedgerError(.notALedger, at: path)
    }
    let found = try Int.fetchOne(db, sql: "SELECT max(version) FROM schema") ?? 0
    guard found <= steps.count else { throw LedgerError(.newerSchema(found: found, known: steps.count), at: path) }
    return found
  }
}
