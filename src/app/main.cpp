#include "app/options.h"

int main(int argc, char** argv) { return rapporteur::run(argc, argv); }
