/* The yardsticks for the ledger, with nothing of the ledger in them.
 * usage: sqlite read FILE             reads every column of every entry; prints the seconds and the rows
 *        sqlite commit FILE SECONDS   commits one row after another, each durable; prints the commits a second, and the
 *                                     median and the slowest in a hundred of the seconds that one took */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static void check(int code, sqlite3 *db) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  fprintf(stderr, "%s\n", sqlite3_errmsg(db));
  exit(3);
}

static int read_all(const char *path) {
  sqlite3 *db;
  sqlite3_stmt *select;
  long rows = 0, bytes = 0;
  double start = now();
  check(sqlite3_open(path, &db), db);
  check(sqlite3_prepare_v2(db,
                           "SELECT position, batch, recorded_at, author, reason, kind, record, revision, body, hash "
                           "FROM entry WHERE council = 'bench' ORDER BY position",
                           -1, &select, NULL),
        db);
  int code;
  while ((code = sqlite3_step(select)) == SQLITE_ROW) {
    for (int column = 0; column < 10; column++) {
      if (column == 0 || column == 7) {
        bytes += sqlite3_column_int64(select, column) & 1;
      } else if (sqlite3_column_text(select, column)) {
        bytes += sqlite3_column_bytes(select, column);
      }
    }
    rows++;
  }
  check(code, db);
  printf("%.6f %ld %ld\n", now() - start, rows, bytes);
  sqlite3_finalize(select);
  return sqlite3_close(db);
}

static int by_size(const void *one, const void *other) {
  double difference = *(const double *)one - *(const double *)other;
  return (difference > 0) - (difference < 0);
}

/* A row of the columns and bytes of a ledger's entry, under the ledger's pragmas, and nothing else of the ledger: no
 * chain, no trigger, no second index, no check, statements prepared once. */
static int commit_rows(const char *path, double seconds) {
  sqlite3 *db;
  sqlite3_stmt *insert;
  const char *texts[] = {"bench", "b1000", "2023-11-14T22:13:20.000Z", "p-1", "Return", "actual",
                         "indicator-1@2023-24-Q2", "{\"indicator\":\"indicator-1\",\"period\":\"2023-24-Q2\",\"value\":\"93%\"}",
                         "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"};
  check(sqlite3_open(path, &db), db);
  check(sqlite3_exec(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
                         "PRAGMA foreign_keys = ON;"
                         "CREATE TABLE IF NOT EXISTS row (position INTEGER PRIMARY KEY, council TEXT NOT NULL,"
                         " batch TEXT NOT NULL, recorded_at TEXT NOT NULL, author TEXT NOT NULL, reason TEXT NOT NULL,"
                         " kind TEXT NOT NULL, record TEXT NOT NULL, body TEXT, hash TEXT NOT NULL,"
                         " revision INTEGER NOT NULL) STRICT",
                     NULL, NULL, NULL),
        db);
  check(sqlite3_prepare_v2(db,
                           "INSERT INTO row (council, batch, recorded_at, author, reason, kind, record, body, hash,"
                           " revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                           -1, &insert, NULL),
        db);
  long room = 1 << 16, commits = 0;
  double *taken = malloc(room * sizeof *taken);
  double start = now(), last = start;
  while (last - start < seconds) {
    for (int text = 0; text < 9; text++) sqlite3_bind_text(insert, text + 1, texts[text], -1, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 10, commits + 1);
    check(sqlite3_step(insert), db);
    sqlite3_reset(insert);
    if (commits == room) taken = realloc(taken, (room *= 2) * sizeof *taken);
    double end = now();
    taken[commits++] = end - last;
    last = end;
  }
  qsort(taken, commits, sizeof *taken, by_size);
  printf("%.3f %.9f %.9f %ld\n", commits / (last - start), taken[commits / 2], taken[commits * 99 / 100], commits);
  free(taken);
  sqlite3_finalize(insert);
  return sqlite3_close(db);
}

int main(int count, char **arguments) {
  if (count == 3 && !strcmp(arguments[1], "read")) return read_all(arguments[2]);
  if (count == 4 && !strcmp(arguments[1], "commit")) return commit_rows(arguments[2], atof(arguments[3]));
  return 2;
}
