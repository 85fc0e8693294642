/* The yardstick for rating in bulk: one pass over the columns, one rule written out (5% of the target, in whole
 * numbers), statuses counted. It can do nothing else and it can't overflow only because the rows are known.
 * usage: rate FILE TURNS RUNS   prints the seconds of one turn and the counts, run by run */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Processor time: what the work asks of one core, whoever else is using it. */
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

__attribute__((noinline)) static void rate(const int64_t *actual, const int64_t *target, const uint8_t *low, size_t rows,
                                           int64_t counts[3]) {
  int64_t green = 0, amber = 0;
  for (size_t row = 0; row < rows; row++) {
    int64_t shortfall = low[row] ? actual[row] - target[row] : target[row] - actual[row];
    int64_t size = target[row] < 0 ? -target[row] : target[row];
    green += shortfall <= 0;
    amber += (shortfall > 0) & (20 * shortfall < size);
  }
  counts[0] = green;
  counts[1] = amber;
  counts[2] = (int64_t)rows - green - amber;
}

int main(int count, char **arguments) {
  FILE *file = count == 4 ? fopen(arguments[1], "rb") : NULL;
  if (!file) return 2;
  fseek(file, 0, SEEK_END);
  size_t rows = (size_t)ftell(file) / 17;
  rewind(file);
  int64_t *actual = malloc(rows * 8), *target = malloc(rows * 8);
  uint8_t *low = malloc(rows);
  if (fread(actual, 8, rows, file) != rows || fread(target, 8, rows, file) != rows || fread(low, 1, rows, file) != rows)
    return 3;
  int turns = atoi(arguments[2]), runs = atoi(arguments[3]);
  for (int run = 0; run < runs; run++) {
    int64_t counts[3];
    double start = now();
    for (int turn = 0; turn < turns; turn++) rate(actual, target, low, rows, counts);
    printf("%.9f %ld %ld %ld\n", (now() - start) / turns, (long)counts[0], (long)counts[1], (long)counts[2]);
    fflush(stdout);
  }
  return 0;
}
