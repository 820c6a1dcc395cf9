#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *word(const char *name)
{
    char line[4096] = "";
    FILE *file = fopen("/proc/cmdline", "re");
    if (!file)
        return NULL;
    char *read = fgets(line, sizeof line, file);
    fclose(file);
    size_t length = strlen(name);
    for (char *next = strtok(read, " \n"); next; next = strtok(NULL, " \n"))
        if (!strncmp(next, name, length) && next[length] == '=')
            return strdup(next + length + 1);
    return NULL;
}

bool listed(const char *list, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = list; at; at = strchr(at, ',')) {
        at += *at == ',';
        if (!strncmp(at, name, length) && (at[length] == ',' || !at[length]))
            return true;
    }
    return false;
}
