// OutputFile: standard output, or a file that is there whole or not at all (written beside its place, then renamed).
// open → write to stream() → commit(); without commit a file is left as it was. One thread.
#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "model/result.h"

namespace gouji::app {

class OutputFile {
 public:
  // "" and "-" are standard output. What exists and is no regular file (/dev/null, a pipe) is written as it is.
  // Errors: "cannot_write".
  static Result<OutputFile> open(const std::string& path);
  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  // Throws std::ios_base::failure when a write fails.
  std::ostream& stream();
  // The reader of a pipe has gone: no error, it has what it wanted.
  bool broken_pipe() const;
  // Why a write failed ("cannot_write").
  Error problem() const;
  // Flushes (may throw as a write does) and, for a file, moves it to its place. Errors: "cannot_write".
  Result<bool> commit();

 private:
  struct Impl;
  explicit OutputFile(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Runs a command's writing part and returns its exit status; a failed write is logged and is exit_nothing, a reader that has
// gone is no failure. `write` takes the stream and returns the exit status.
int with_output(const std::string& path, const std::function<int(std::ostream&)>& write);

}  // namespace gouji::app
