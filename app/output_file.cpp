#include "app/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <streambuf>

#include "app/log.h"
#include "app/options.h"

namespace gouji::app {
namespace {

// A stream buffer over a file descriptor that remembers why a write failed.
class Descriptor : public std::streambuf {
 public:
  explicit Descriptor(int fd) : fd_(fd) { setp(buffer_.data(), buffer_.data() + buffer_.size()); }
  int fd() const { return fd_; }
  int problem() const { return problem_; }

 protected:
  int_type overflow(int_type c) override {
    if (!drain()) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
      *pptr() = traits_type::to_char_type(c);
      pbump(1);
    }
    return traits_type::not_eof(c);
  }
  int sync() override { return drain() ? 0 : -1; }

 private:
  bool drain() {
    for (const char* at = pbase(); at < pptr();) {
      const ssize_t written = ::write(fd_, at, static_cast<std::size_t>(pptr() - at));
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) {
        problem_ = errno;
        return false;
      }
      at += written;
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return true;
  }

  int fd_;
  int problem_ = 0;
  std::array<char, 1 << 16> buffer_{};
};

tl::unexpected<Error> cannot_write(const std::string& path, int problem) { return fail("cannot_write", path + ": " + std::strerror(problem)); }

// The permissions that a plain open() would have given; mkstemp gives none to others.
mode_t permissions(const std::string& path) {
  struct stat existing {};
  if (::stat(path.c_str(), &existing) == 0) return existing.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

struct OutputFile::Impl {
  Impl(int fd, std::string final_path, std::string temporary_path)
      : descriptor(fd), stream(&descriptor), path(std::move(final_path)), temporary(std::move(temporary_path)) {
    stream.exceptions(std::ios_base::badbit | std::ios_base::failbit);
  }
  Descriptor descriptor;
  std::ostream stream;
  std::string path;       // "": standard output
  std::string temporary;  // "": written in place
};

OutputFile::OutputFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
OutputFile::OutputFile(OutputFile&&) noexcept = default;

OutputFile::~OutputFile() {
  if (!impl_) return;
  if (!impl_->path.empty()) ::close(impl_->descriptor.fd());
  if (!impl_->temporary.empty()) ::unlink(impl_->temporary.c_str());
}

Result<OutputFile> OutputFile::open(const std::string& path) {
  if (path.empty() || path == "-") return OutputFile(std::make_unique<Impl>(STDOUT_FILENO, "", ""));
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return cannot_write(path, errno);
    return OutputFile(std::make_unique<Impl>(fd, path, ""));
  }
  // A link stays a link: what it points at is replaced.
  const std::string target = fs::exists(status) ? fs::canonical(path, error).string() : path;
  std::string temporary = target + ".XXXXXX";
  const int fd = ::mkstemp(temporary.data());
  if (fd < 0) return cannot_write(path, errno);
  ::fchmod(fd, permissions(target));
  return OutputFile(std::make_unique<Impl>(fd, target, temporary));
}

std::ostream& OutputFile::stream() { return impl_->stream; }

bool OutputFile::broken_pipe() const { return impl_->descriptor.problem() == EPIPE; }

Error OutputFile::problem() const { return cannot_write(impl_->path.empty() ? "standard output" : impl_->path, impl_->descriptor.problem()).value(); }

Result<bool> OutputFile::commit() {
  impl_->stream.flush();
  if (impl_->temporary.empty()) return true;
  if (::rename(impl_->temporary.c_str(), impl_->path.c_str()) != 0) return cannot_write(impl_->path, errno);
  impl_->temporary.clear();
  return true;
}

int with_output(const std::string& path, const std::function<int(std::ostream&)>& write) {
  Result<OutputFile> file = OutputFile::open(path);
  if (!file) {
    log_error(file.error());
    return exit_nothing;
  }
  try {
    const int status = write(file->stream());
    const Result<bool> committed = file->commit();
    if (committed) return status;
    log_error(committed.error());
  } catch (const std::ios_base::failure&) {
    if (file->broken_pipe()) return exit_done;
    log_error(file->problem());
  }
  return exit_nothing;
}

}  // namespace gouji::app
