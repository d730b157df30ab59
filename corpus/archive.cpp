#include "corpus/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <utility>

#include "corpus/encoding.h"
#include "corpus/utf8.h"

namespace gouji::corpus {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view separator = "!/";
constexpr std::size_t block_bytes = std::size_t{1} << 16;
// What an archive may inflate to before its ratio is looked at: the reader takes in a block ahead of what it gives.
constexpr std::uint64_t free_bytes = std::uint64_t{64} << 20;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

// Names of archives made by a Chinese Windows are GBK and do not say so.
std::string decoded_name(std::string name) {
  if (check_utf8(name).valid_bytes == name.size()) return name;
  const auto decoded = decode(name);
  return decoded ? decoded->text : name;
}

// libarchive puts names into the locale's encoding, and drops those that it has no characters for. This thread alone.
class Utf8Locale {
 public:
  Utf8Locale() : ours_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(ours_ != nullptr ? ::uselocale(ours_) : nullptr) {}
  ~Utf8Locale() {
    if (ours_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(ours_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t ours_, before_;
};

}  // namespace

bool is_archive_name(std::string_view path) {
  static constexpr std::array<std::string_view, 10> extensions{".zip",     ".tar",    ".tgz",  ".tbz2",   ".txz",
                                                               ".tar.bz2", ".tar.gz", ".tzst", ".tar.xz", ".tar.zst"};
  const std::string name = lower(path.substr(path.size() - std::min<std::size_t>(path.size(), 8)));
  return std::any_of(extensions.begin(), extensions.end(), [&](std::string_view extension) { return name.ends_with(extension); });
}

std::string member_path(std::string_view archive, std::string_view member) { return std::string(archive).append(separator).append(member); }

std::string archive_of(const std::string& path) {
  std::error_code error;
  std::size_t at = path.find(separator);
  if (at == std::string::npos || fs::exists(path, error)) return {};
  for (; at != std::string::npos; at = path.find(separator, at + 1)) {
    const std::string archive = path.substr(0, at);
    if (is_archive_name(archive) && fs::is_regular_file(archive, error)) return archive;
  }
  return {};
}

class Archive::State {
 public:
  State(std::string path, const Limits& limits) : path_(std::move(path)), limits_(limits), reader_(archive_read_new(), &archive_read_free) {
    if (!reader_) throw std::bad_alloc();
    archive_read_support_format_zip(reader());
    archive_read_support_format_tar(reader());
    archive_read_support_filter_gzip(reader());
    archive_read_support_filter_bzip2(reader());
    archive_read_support_filter_xz(reader());
    archive_read_support_filter_zstd(reader());
  }

  Result<void> open_file() { return opened(archive_read_open_filename(reader(), path_.c_str(), block_bytes)); }
  Result<void> open_bytes(std::string bytes) {
    bytes_ = std::move(bytes);
    return opened(archive_read_open_memory(reader(), bytes_.data(), bytes_.size()));
  }

  const std::string& path() const { return path_; }
  std::string release() { return std::move(bytes_); }
  bool is_package() const { return first_ == "[Content_Types].xml" || first_ == "_rels/.rels"; }

  Result<std::optional<std::string>> next() {
    std::optional<std::string> name = std::exchange(first_, std::nullopt);
    if (!name) {
      if (auto step = find_next(); !step) return tl::unexpected<Error>(step.error());
      name = std::exchange(first_, std::nullopt);
    }
    if (name) name = name_ = decoded_name(std::move(*name));
    return name;
  }

  Result<std::string> read() {
    where_ = member_path(path_, name_);
    Result<std::string> data = inflated();
    where_ = path_;
    return data;
  }

 private:
  ::archive* reader() const { return reader_.get(); }
  std::string said(std::string_view what) const { return fmt::format("{}: {}", where_, what); }

  Result<std::string> inflated() {
    if (archive_entry_is_encrypted(entry_) != 0)
      return fail("encrypted", said("protected by a password"), "unpack the archive with its password first");
    std::string data;
    for (;;) {
      const std::size_t size = data.size();
      data.resize(size + block_bytes);
      const la_ssize_t count = archive_read_data(reader(), data.data() + size, block_bytes);
      data.resize(size + static_cast<std::size_t>(std::max<la_ssize_t>(count, 0)));
      if (count == 0) return data;
      if (count < 0) return broken();
      inflated_ += static_cast<std::uint64_t>(count);
      if (data.size() > limits_.text_bytes)
        return fail("too_large", said(fmt::format("more than {} bytes", limits_.text_bytes)), "raise the limit or split the file");
      if (auto bound = within_ratio(); !bound) return tl::unexpected<Error>(bound.error());
    }
  }

  // The first header is read at once: only then is it known that this is an archive at all.
  Result<void> opened(int status) {
    if (status != ARCHIVE_OK) return broken();
    return find_next();
  }

  // Sets `first_` to the name of the next file, if there is one.
  Result<void> find_next() {
    const Utf8Locale locale;
    while (!ended_) {
      const int status = archive_read_next_header(reader(), &entry_);
      if (status == ARCHIVE_EOF) {
        ended_ = true;
      } else if (status == ARCHIVE_FATAL || status == ARCHIVE_FAILED) {
        ended_ = true;
        return broken();
      } else if (status != ARCHIVE_RETRY && archive_entry_filetype(entry_) == AE_IFREG && archive_entry_hardlink(entry_) == nullptr) {
        const char* name = archive_entry_pathname(entry_);
        first_ = name == nullptr ? "" : name;
        return {};
      }
      if (auto bound = within_ratio(); !bound) return bound;
    }
    return {};
  }

  // A bomb: far more comes out than went in.
  Result<void> within_ratio() {
    const auto taken = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(reader(), -1), 1));
    if (inflated_ <= free_bytes || taken >= inflated_ / 100 * limits_.least_ratio_percent) return {};
    ended_ = true;
    return fail("limit", said(fmt::format("{} bytes of the archive inflate to more than {}", taken, inflated_)),
                "a report is never like this: check where the file comes from");
  }

  tl::unexpected<Error> broken() {
    const char* what = archive_error_string(reader());
    const std::string reason = what == nullptr ? "cannot be read" : what;
    if (lower(reason).find("truncated") != std::string::npos)
      return fail("truncated", said("the archive breaks off: " + reason), "fetch or copy the file again");
    if (archive_errno(reader()) == EACCES) return fail("unreadable", said("cannot be opened"), "check the permissions");
    return fail("bad_archive", said("the archive cannot be read: " + reason), "unpack it with an archive program and give the folder");
  }

  std::string path_, where_ = path_;  // the second stands in messages
  Limits limits_;
  std::unique_ptr<::archive, decltype(&archive_read_free)> reader_;
  std::string bytes_;
  ::archive_entry* entry_ = nullptr;  // the reader's
  std::optional<std::string> first_;  // found and not yet given
  std::string name_;                  // given last
  std::uint64_t inflated_ = 0;
  bool ended_ = false;
};

Result<Archive> Archive::open(const std::string& path, const Limits& limits) {
  auto state = std::make_unique<State>(path, limits);
  if (auto opened = state->open_file(); !opened) return tl::unexpected<Error>(opened.error());
  return Archive(std::move(state));
}

Result<Archive> Archive::open(const std::string& path, std::string bytes, const Limits& limits) {
  auto state = std::make_unique<State>(path, limits);
  if (auto opened = state->open_bytes(std::move(bytes)); !opened) return tl::unexpected<Error>(opened.error());
  return Archive(std::move(state));
}

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

const std::string& Archive::path() const { return state_->path(); }
bool Archive::is_package() const { return state_->is_package(); }
Result<std::optional<std::string>> Archive::next() { return state_->next(); }
Result<std::string> Archive::read() { return state_->read(); }
std::string Archive::release() && { return std::exchange(state_, nullptr)->release(); }

}  // namespace gouji::corpus
