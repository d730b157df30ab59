// The files in one archive as inputs, archives inside it included, each with its bytes: an archive is read from front to back.
// One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/archive.h"

namespace gouji::corpus {

// Counting an archive's files needs no bytes of theirs.
enum class Members : std::uint8_t { held, named };

class ArchiveWalk {
 public:
  // What cannot be opened is an input all the same: the first next() gives it with its refusal.
  ArchiveWalk(std::string path, const Limits& limits, Members members);

  const std::string& path() const { return path_; }
  // The next file that a reader knows; nullopt after the last. Where the archive breaks off, an input of its own says so.
  std::optional<Input> next();
  // One file by its path ("a.zip!/b.txt"): from here on, then from the beginning. An input with a refusal where there is none.
  Input find(const std::string& path);

 private:
  void open();
  std::optional<Input> next(const std::string* wanted);
  std::optional<Input> enter(const std::string& path);  // an archive inside the innermost

  std::string path_;
  Limits limits_;
  Members members_;
  std::vector<Archive> open_;     // the outermost first
  std::optional<Input> refused_;  // given next
};

}  // namespace gouji::corpus
