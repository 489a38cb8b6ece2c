"""The tables of an audit's store.

Rows are keyed by what they are, never by the order in which they came, and hold
no clock time but in ``run``: two stores of the same inputs are equal table by
table (``run`` left out), however the work was split up or interrupted.
"""

VERSION = 1
"""Stands in the file as ``PRAGMA user_version``; a store of another version is refused."""

TABLES = """
CREATE TABLE run (id INTEGER PRIMARY KEY, started TEXT, finished TEXT, arguments TEXT, tool TEXT, judge TEXT);

-- every input seen; judge: digest of the rule sets, the options and the program's version that judged it
CREATE TABLE input (path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, sha256 TEXT, judge TEXT) WITHOUT ROWID;
CREATE TABLE failure (path TEXT PRIMARY KEY, message TEXT NOT NULL, bug INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE report (
  path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, format TEXT NOT NULL,
  type TEXT NOT NULL, title TEXT, issuer TEXT, region TEXT, level TEXT, subject TEXT, profile TEXT, year INTEGER,
  doc_number TEXT, signed_by TEXT, signed_on TEXT, published TEXT, file_date TEXT,
  ruleset TEXT NOT NULL, points REAL NOT NULL, max_points REAL NOT NULL, percent REAL, grade TEXT NOT NULL,
  errors INTEGER NOT NULL, warnings INTEGER NOT NULL, infos INTEGER NOT NULL,
  chinese INTEGER NOT NULL  -- Chinese characters in the judged parts
) WITHOUT ROWID;
CREATE TABLE dimension (path TEXT, id TEXT, title TEXT, points REAL, max_points REAL, PRIMARY KEY (path, id)) WITHOUT ROWID;
CREATE TABLE outcome (
  path TEXT, rule TEXT, status TEXT, strength TEXT, points REAL, max_points REAL, value REAL, PRIMARY KEY (path, rule)
) WITHOUT ROWID;
CREATE INDEX outcome_of_rule ON outcome (rule, status);
CREATE TABLE evidence (  -- the words an outcome rests on, up to three
  path TEXT, rule TEXT, number INTEGER, line INTEGER, "column" INTEGER, page INTEGER, quote TEXT, PRIMARY KEY (path, rule, number)
) WITHOUT ROWID;
CREATE TABLE finding (
  path TEXT, number INTEGER, rule TEXT, severity TEXT, message TEXT, advice TEXT, line INTEGER, "column" INTEGER,
  end_line INTEGER, end_column INTEGER, page INTEGER, paragraph INTEGER, quote TEXT, fingerprint TEXT, suppression TEXT,
  PRIMARY KEY (path, number)
) WITHOUT ROWID;
CREATE INDEX finding_of_rule ON finding (rule, severity);
-- the text as `reportcheck text` prints it: one passage a row of a compressed JSON list [role, line, page, text]
CREATE TABLE text (path TEXT PRIMARY KEY, passages BLOB NOT NULL) WITHOUT ROWID;
-- every judged sentence worth comparing, by the hash of its words; start and length count in the passage's text
CREATE TABLE sentence (
  path TEXT, number INTEGER, hash INTEGER, role TEXT, passage INTEGER, start INTEGER, length INTEGER, line INTEGER, page INTEGER,
  PRIMARY KEY (path, number)
) WITHOUT ROWID;
CREATE INDEX sentence_by_hash ON sentence (hash);
CREATE TABLE grade (ruleset TEXT, title TEXT, at_least REAL, PRIMARY KEY (ruleset, title)) WITHOUT ROWID;
CREATE TABLE rule (
  ruleset TEXT, id TEXT, group_id TEXT, group_title TEXT, position INTEGER, title TEXT, requirement TEXT, severity TEXT, weight REAL,
  PRIMARY KEY (ruleset, id)
) WITHOUT ROWID;

-- the roster, and what is computed from the tables above at the end of every run
CREATE TABLE unit (
  name TEXT PRIMARY KEY, region TEXT, level TEXT, subject TEXT, parent TEXT, year INTEGER, due TEXT, contact TEXT,
  called TEXT,  -- as the roster writes it; name tells units of the same name apart
  year_from TEXT, due_from TEXT  -- 'roster', or 'rule' where the roster does not say
) WITHOUT ROWID;
CREATE TABLE submission (
  path TEXT PRIMARY KEY, unit TEXT, state TEXT NOT NULL, on_date TEXT, date_from TEXT, due TEXT, matched_by TEXT
) WITHOUT ROWID;
CREATE VIEW missing_unit AS SELECT * FROM unit WHERE name NOT IN (
  SELECT unit FROM submission WHERE unit IS NOT NULL AND state IN ('on_time', 'late', 'undated')
);
CREATE TABLE overlap (
  a TEXT, b TEXT, kind TEXT, shared INTEGER, share_a REAL, share_b REAL, PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE TABLE overlap_passage (
  a TEXT, b TEXT, number INTEGER, a_line INTEGER, a_page INTEGER, b_line INTEGER, b_page INTEGER, a_text TEXT, b_text TEXT,
  PRIMARY KEY (a, b, number)
) WITHOUT ROWID;
CREATE TABLE cluster (id INTEGER, path TEXT, PRIMARY KEY (id, path)) WITHOUT ROWID;
-- last year's arrangements of a unit and what this year's report says of them; problems and figures told again
CREATE TABLE follow_up (
  path TEXT, earlier TEXT, kind TEXT, number INTEGER, state TEXT, earlier_line INTEGER, earlier_text TEXT, line INTEGER, text TEXT,
  note TEXT, PRIMARY KEY (path, earlier, kind, number)
) WITHOUT ROWID;
-- of which contents the rows of follow_up were made: what has not changed is not compared again
CREATE TABLE followed (path TEXT, earlier TEXT, contents TEXT, PRIMARY KEY (path, earlier)) WITHOUT ROWID;
CREATE TABLE triage (
  rank INTEGER PRIMARY KEY, path TEXT, value REAL, reason TEXT, rule TEXT, line INTEGER, page INTEGER, quote TEXT
);
CREATE TABLE review (
  path TEXT, rule TEXT, fingerprint TEXT, verdict TEXT, reason TEXT, reviewer TEXT, on_date TEXT,
  PRIMARY KEY (path, rule, fingerprint, reviewer)
) WITHOUT ROWID;
"""

OF_A_REPORT = ("report", "dimension", "outcome", "evidence", "finding", "text", "sentence")
"""Tables that one checked input fills; all are keyed by ``path`` first."""
