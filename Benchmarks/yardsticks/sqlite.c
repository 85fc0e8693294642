/* The yardsticks for the ledger, with nothing of the ledger in them.
 * usage: sqlite read FILE             reads every column of every entry; prints the seconds and the rows
 *        sqlite commit FILE SECONDS   commits one row after another, each durable; prints the commits a second */
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

static int commit_rows(const char *path, double seconds) {
  sqlite3 *db;
  sqlite3_stmt *insert;
  char body[] = "{\"indicator\":\"indicator-1\",\"period\":\"2023-24-Q2\",\"value\":\"93%\"}";
  check(sqlite3_open(path, &db), db);
  check(sqlite3_exec(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                         "CREATE TABLE IF NOT EXISTS row (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT",
                     NULL, NULL, NULL),
        db);
  check(sqlite3_prepare_v2(db, "INSERT INTO row (body) VALUES (?)", -1, &insert, NULL), db);
  double start = now();
  long commits = 0;
  while (now() - start < seconds) {
    sqlite3_bind_text(insert, 1, body, -1, SQLITE_STATIC);
    check(sqlite3_step(insert), db);
    sqlite3_reset(insert);
    commits++;
  }
  printf("%.3f %ld\n", commits / (now() - start), commits);
  sqlite3_finalize(insert);
  return sqlite3_close(db);
}

int main(int count, char **arguments) {
  if (count == 3 && !strcmp(arguments[1], "read")) return read_all(arguments[2]);
  if (count == 4 && !strcmp(arguments[1], "commit")) return commit_rows(arguments[2], atof(arguments[3]));
  return 2;
}
