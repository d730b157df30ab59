// Runs the built command in a folder of its own, as a user does.
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "temporary_folder.h"

namespace gouji::app::testing {

struct Run {
  int status;
  std::string out, err;
};

class Command {
 public:
  Run operator()(const std::string& arguments, const std::string& before = "") const {
    const std::string line =
        "cd '" + folder.path() + "' && " + before + "'" GOUJI_BINARY "' " + arguments + " >'" + (folder / "out") + "' 2>'" + (folder / "err") + "'";
    const int status = std::system(line.c_str());
    return {WEXITSTATUS(status), contents(folder / "out"), contents(folder / "err")};
  }
  TemporaryFolder folder;
};

}  // namespace gouji::app::testing
