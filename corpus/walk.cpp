#include "corpus/walk.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace gouji::corpus {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> known_extensions{".txt", ".text", ".docx", ".docm", ".dotx", ".doc", ".pdf"};

bool has_known_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(known_extensions.begin(), known_extensions.end(), extension) != known_extensions.end();
}

}  // namespace

Walk::Walk(std::vector<std::string> arguments) : arguments_(std::move(arguments)) {}

std::optional<Input> Walk::next() {
  for (;;) {
    std::optional<Input> input;
    if (!folders_.empty()) {
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
  return Input{std::move(entry.path)};
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
  if (path != "-" && fs::is_directory(path, error)) return enter(path);
  return Input{path};
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
    if (is_folder || (entry.is_regular_file(error) && has_known_extension(entry.path())))
      folder.entries.push_back({entry.path().string(), is_folder});
  }
  folders_.push_back(std::move(folder));
  return std::nullopt;
}

}  // namespace gouji::corpus
