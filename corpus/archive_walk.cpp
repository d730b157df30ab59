#include "corpus/archive_walk.h"

#include <utility>

#include "corpus/known_files.h"

namespace gouji::corpus {

ArchiveWalk::ArchiveWalk(std::string path, const Limits& limits, Members members) : path_(std::move(path)), limits_(limits), members_(members) {
  open();
}

void ArchiveWalk::open() {
  open_.clear();
  Result<Archive> archive = Archive::open(path_, limits_);
  if (!archive) {
    refused_ = Input{path_, tl::unexpected<Error>(std::move(archive.error()))};
  } else if (archive->is_package()) {
    refused_ = Input{path_};  // a document, as its reader will see
  } else {
    open_.push_back(std::move(*archive));
  }
}

std::optional<Input> ArchiveWalk::next() { return next(nullptr); }

std::optional<Input> ArchiveWalk::next(const std::string* wanted) {
  while (!refused_ && !open_.empty()) {
    Archive& archive = open_.back();
    Result<std::optional<std::string>> name = archive.next();
    if (!name) {
      Input input{archive.path(), tl::unexpected<Error>(std::move(name.error()))};
      open_.pop_back();
      return input;
    }
    if (!*name) {
      open_.pop_back();
      continue;
    }
    const std::string path = member_path(archive.path(), **name);
    if (is_archive_name(path)) {
      if (wanted != nullptr && !wanted->starts_with(member_path(path, ""))) continue;
      if (auto input = enter(path)) return input;
    } else if (wanted != nullptr ? path == *wanted : is_known_file(path)) {
      return members_ == Members::named ? Input{path} : Input{path, archive.read()};
    }
  }
  return std::exchange(refused_, std::nullopt);
}

std::optional<Input> ArchiveWalk::enter(const std::string& path) {
  if (open_.size() > limits_.archive_depth) {
    return Input{path, fail("limit", path + ": archives inside archives, more than " + std::to_string(limits_.archive_depth) + " deep",
                            "unpack the outer ones and give the folder")};
  }
  Result<std::string> bytes = open_.back().read();
  if (!bytes) return Input{path, std::move(bytes)};
  if (Result<Archive> inner = Archive::open(path, std::move(*bytes), limits_); !inner) {
    return Input{path, tl::unexpected<Error>(std::move(inner.error()))};
  } else if (inner->is_package()) {
    return Input{path, std::move(*inner).release()};
  } else {
    open_.push_back(std::move(*inner));
    return std::nullopt;
  }
}

Input ArchiveWalk::find(const std::string& path) {
  for (int round = 0; round < 2; ++round) {
    while (std::optional<Input> input = next(&path)) {
      if (input->path == path || (input->held && !*input->held && path.starts_with(input->path))) return std::move(*input);
    }
    open();
  }
  return {path, fail("not_found", path + ": no such file in the archive", "check the path")};
}

}  // namespace gouji::corpus
