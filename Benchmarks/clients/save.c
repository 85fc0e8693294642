/* Officers who save one cell of the grid after another, each on a connection and a row of its own, and each waiting for
 * the answer before the next.
 * usage: save PORT PERIOD COOKIE TOKEN CLIENTS SECONDS
 * prints the saves a second, the median and the slowest in a hundred of the seconds that one took, and how many there
 * were. A save that is answered otherwise than by "saved" ends it all. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int port;
static const char *period, *cookie, *token;
static double end;

struct client {
  pthread_t thread;
  int number;
  long saves, room;
  double *taken;
};

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static void fail(const char *why, const char *answer) {
  fprintf(stderr, "%s\n%.2000s\n", why, answer);
  exit(3);
}

/* Sends a request and reads the whole answer, which says how long it is. */
static void ask(int wire, const char *request, char *answer, size_t room) {
  size_t sent = 0, length = strlen(request), got = 0;
  while (sent < length) {
    ssize_t count = write(wire, request + sent, length - sent);
    if (count <= 0) fail("The server went away.", "");
    sent += count;
  }
  for (;;) {
    ssize_t count = read(wire, answer + got, room - got - 1);
    if (count <= 0) fail("The server went away.", "");
    answer[got += count] = 0;
    char *body = strstr(answer, "\r\n\r\n");
    if (!body) continue;
    char *size = strcasestr(answer, "\r\nContent-Length:");
    if (!size || size > body) fail("There is no length.", answer);
    if (got >= body + 4 - answer + strtoul(size + 17, NULL, 10)) return;
  }
}

static void *save(void *given) {
  struct client *client = given;
  static __thread char request[4096], body[2048], answer[1 << 16];
  struct sockaddr_in place = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
  int wire = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
  setsockopt(wire, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (connect(wire, (struct sockaddr *)&place, sizeof place)) fail("The server does not answer.", "");
  long seen = 100000000;
  for (double last = now(); last < end;) {
    /* Each figure is another than the one before it. */
    snprintf(body, sizeof body, "token=%s&position=%ld&i%%3Aindicator-%d%%3Avalue=%ld.%ld%%25", token, seen,
             client->number, 70 + client->saves % 20, client->saves % 7);
    snprintf(request, sizeof request,
             "POST /collect/%s/cell HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:%d\r\nCookie: %s\r\n"
             "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n\r\n%s",
             period, port, port, cookie, strlen(body), body);
    ask(wire, request, answer, sizeof answer);
    if (strncmp(answer, "HTTP/1.1 200", 12) || !strstr(answer, "\"result\":\"saved\"")) fail("Not saved:", answer);
    char *told = strstr(answer, "\"seen\":");
    if (!told) fail("There is no position.", answer);
    seen = atol(told + 7);
    if (client->saves == client->room) {
      client->taken = realloc(client->taken, (client->room = client->room * 2 + 1024) * sizeof *client->taken);
    }
    double done = now();
    client->taken[client->saves++] = done - last;
    last = done;
  }
  close(wire);
  return NULL;
}

static int by_size(const void *one, const void *other) {
  double difference = *(const double *)one - *(const double *)other;
  return (difference > 0) - (difference < 0);
}

int main(int count, char **arguments) {
  if (count != 7) return 2;
  port = atoi(arguments[1]), period = arguments[2], cookie = arguments[3], token = arguments[4];
  int clients = atoi(arguments[5]);
  struct client *all = calloc(clients, sizeof *all);
  double start = now();
  end = start + atof(arguments[6]);
  for (int number = 0; number < clients; number++) {
    all[number].number = number;
    pthread_create(&all[number].thread, NULL, save, &all[number]);
  }
  long saves = 0;
  for (int number = 0; number < clients; number++) {
    pthread_join(all[number].thread, NULL);
    saves += all[number].saves;
  }
  double took = now() - start, *taken = malloc((saves + 1) * sizeof *taken);
  long next = 0;
  for (int number = 0; number < clients; number++) {
    memcpy(taken + next, all[number].taken, all[number].saves * sizeof *taken);
    next += all[number].saves;
  }
  if (!saves) fail("Nothing was saved.", "");
  qsort(taken, saves, sizeof *taken, by_size);
  printf("%.3f %.9f %.9f %ld\n", saves / took, taken[saves / 2], taken[saves * 99 / 100], saves);
  return 0;
}
