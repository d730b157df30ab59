#include "app/application.h"

int main(int argc, char** argv) { return gouji::app::run(argc, argv); }
