#include "corpus/walk.h"

#include <algorithm>
#include <filesystem>

#include "corpus/known_files.h"

namespace gouji::corpus {
namespace {

namespace fs = std::filesystem;

}  // namespace

Walk::Walk(std::vector<std::string> arguments, const Limits& limits, Members members)
    : arguments_(std::move(arguments)), limits_(limits), members_(members) {}

std::optional<Input> Walk::next() {
  for (;;) {
    std::optional<Input> input;
    if (archive_) {
      input = archive_->next();
      if (!input) archive_.reset();
    } else if (!folders_.empty()) {
      input = from_folder();
    } else if (list_) {
      input = from_list();
    } else if (next_argument_ < arguments_.size()) {
      const std::string& argument = arguments_[next_argument_++];
      input = argument.size() > 1 && argument.front() == '@' ? begin_list(argument.substr(1)) : begin(argument);
    } else {
      return std::nullopt;
    }
    if (input) return input;
  }
}

std::optional<Input> Walk::from_folder() {
  Folder& folder = folders_.back();
  if (folder.next == folder.entries.size()) {
    folders_.pop_back();
    return std::nullopt;
  }
  Entry entry = std::move(folder.entries[folder.next++]);
  if (entry.is_folder) return enter(entry.path);
  return begin(entry.path);
}

// A list names one input a line; blank lines and lines that start with '#' are none.
std::optional<Input> Walk::from_list() {
  std::string line;
  if (!list_->next(line)) {
    list_.reset();
    return std::nullopt;
  }
  if (list_->end == '\n' && !line.empty() && line.back() == '\r') line.pop_back();
  if (line.empty() || (list_->end == '\n' && line.front() == '#')) return std::nullopt;
  return begin(line);
}

bool Walk::List::next(std::string& entry) {
  entry.clear();
  if (head_next < head.size()) {
    const std::size_t stop = head.find(end, head_next);
    entry = head.substr(head_next, stop - head_next);
    head_next = stop == std::string::npos ? head.size() : stop + 1;
    if (stop != std::string::npos) return true;
  }
  std::string rest;
  if (std::getline(file, rest, end)) entry += rest;
  return file.good() || !entry.empty();
}

std::optional<Input> Walk::begin_list(const std::string& path) {
  auto list = std::make_unique<List>();
  list->file.open(path, std::ios::binary);
  if (!list->file) return Input{path};  // reading it gives the refusal
  // A name may hold a line end: a list of such names separates them by NUL, which no name and no text holds.
  list->head.resize(std::size_t{1} << 16);
  list->file.read(list->head.data(), static_cast<std::streamsize>(list->head.size()));
  list->head.resize(static_cast<std::size_t>(list->file.gcount()));
  if (list->head.find('\0') != std::string::npos) list->end = '\0';
  list_ = std::move(list);
  return std::nullopt;
}

std::optional<Input> Walk::begin(const std::string& path) {
  std::error_code error;
  if (path == "-") return Input{path};
  if (fs::is_directory(path, error)) return enter(path);
  if (is_archive_name(path) && fs::is_regular_file(path, error)) {
    archive_.emplace(path, limits_, members_);
    return std::nullopt;
  }
  if (const std::string archive = archive_of(path); !archive.empty()) return find(archive, path);
  return Input{path};
}

Input Walk::find(const std::string& archive, const std::string& path) {
  if (members_ == Members::named) return {path};
  if (!looked_into_ || looked_into_->path() != archive) looked_into_.emplace(archive, limits_, members_);
  return looked_into_->find(path);
}

std::optional<Input> Walk::enter(const std::string& path) {
  std::vector<fs::directory_entry> found;
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) found.push_back(*it);
  if (error && found.empty()) return Input{path};
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.path().filename() < b.path().filename(); });
  Folder folder;
  for (const fs::directory_entry& entry : found) {
    if (entry.is_symlink(error)) continue;
    const bool is_folder = entry.is_directory(error);
    if (is_folder || (entry.is_regular_file(error) && (is_known_file(entry.path().native()) || is_archive_name(entry.path().native()))))
      folder.entries.push_back({entry.path().string(), is_folder});
  }
  folders_.push_back(std::move(folder));
  return std::nullopt;
}

}  // namespace gouji::corpus
