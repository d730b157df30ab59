// Walk: the inputs that arguments name, one at a time, in order: folders in name order, lists and archives in their own. Of a
// folder those whose extension a reader knows; links are not followed. What is named but does not exist is an input all the
// same: reading it gives the refusal. Holds the entries of the folders that it stands in and the file in an archive that it
// gives, nothing else, so millions of files cost no memory. One thread.
#pragma once

#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/archive_walk.h"

namespace gouji::corpus {

class Walk {
 public:
  Walk(std::vector<std::string> arguments, const Limits& limits, Members members = Members::held);
  // The next input; nullopt after the last. A folder that cannot be listed is an input: reading it gives the refusal.
  std::optional<Input> next();

 private:
  struct Entry {
    std::string path;
    bool is_folder = false;
  };
  struct Folder {
    std::vector<Entry> entries;
    std::size_t next = 0;
  };
  struct List {
    std::ifstream file;
    std::string head;  // what was read to find `end`: a pipe cannot be read twice
    std::size_t head_next = 0;
    char end = '\n';  // of an entry
    bool next(std::string& entry);
  };

  std::optional<Input> from_folder();
  std::optional<Input> from_list();
  std::optional<Input> begin(const std::string& path);       // of an argument or a line of a list
  std::optional<Input> begin_list(const std::string& path);  // "@path"
  std::optional<Input> enter(const std::string& folder);
  Input find(const std::string& archive, const std::string& path);

  std::vector<std::string> arguments_;
  Limits limits_;
  Members members_;
  std::size_t next_argument_ = 0;
  std::unique_ptr<List> list_;
  std::vector<Folder> folders_;             // the outermost first
  std::optional<ArchiveWalk> archive_;      // that is walked
  std::optional<ArchiveWalk> looked_into_;  // where the last file was that was named by its path in an archive: the next may lie behind it
};

}  // namespace gouji::corpus
