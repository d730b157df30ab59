#include "app/destination.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "app/output_file.h"
#include "app/writers.h"
#include "output/docx/docx.h"
#include "output/messages.h"

namespace gouji::app {
namespace {

namespace fs = std::filesystem;
using output::Text;

// A file that could not be written; `quiet`: the reader has gone.
struct NotWritten {
  Error error;
  bool quiet = false;
};

bool is_folder(const std::string& path) {
  std::error_code error;
  return path.ends_with('/') || fs::is_directory(path, error);
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return fs::equivalent(a, b, error) && !error;
}

Error overwrites(const std::string& input, Language language) {
  return {"cannot_write", Text{"输出会覆盖输入：", "the output would overwrite the input: "}.in(language) + input,
          Text{"请换一个文件名或目录", "give another name or folder"}.in(language)};
}

// One file for each document: FOLDER/name.html, or the one path that was given.
class FilePerDocument final : public output::RecordSink {
 public:
  FilePerDocument(const Options& options, bool folder) : options_(options), folder_(folder) {}

  void report(const output::Report& report) override {
    try {
      write(folder_ ? path_for(report.document.meta.path) : options_.output, [&](output::RecordSink& sink) { sink.report(report); });
      ++written_;
    } catch (const output::NoCopy& problem) {
      log_error(problem.error);
      ++failed_;
    }
  }
  void refusal(const output::Refusal& /*refusal*/) override {}  // said on standard error; a refused input has no file
  void across(const AcrossCheck& check) override { across_.push_back(check); }
  // What several reports say of one figure is in no report's file: a file of its own, where the format can have one.
  void finish() override {
    if (across_.empty() || !folder_) return;
    if (options_.format == Format::docx) return say_across();
    write(path_for("across-documents"), [&](output::RecordSink& sink) {
      for (const AcrossCheck& check : across_) sink.across(check);
    });
  }
  // What `status` becomes where reports were read that no file could be made of.
  int status(int status) const { return failed_ == 0 ? status : (written_ == 0 ? exit_nothing : exit_findings); }

 private:
  template <class Give>
  void write(const std::string& path, Give give) {
    Result<OutputFile> file = OutputFile::open(path);
    if (!file) throw NotWritten{file.error()};
    try {
      const std::unique_ptr<output::RecordSink> sink = make_sink(options_, file->stream());
      give(*sink);
      sink->finish();
      if (const Result<bool> committed = file->commit(); !committed) throw NotWritten{committed.error()};
    } catch (const std::ios_base::failure&) {
      throw NotWritten{file->problem(), file->broken_pipe()};
    }
  }

  void say_across() const {
    const auto fails = std::count_if(across_.begin(), across_.end(), [](const AcrossCheck& c) { return c.verdict == Verdict::inconsistent; });
    const Text found{"处跨报告的不一致没有批注，见 --format html 或 csv",
                     "figures that differ between reports got no comment, see --format html or csv"};
    if (fails > 0) log(LogLevel::warning, std::to_string(fails) + " " + found.in(options_.language));
  }

  // Two reports of one name (of two folders) are told apart by a count, in the inputs' order.
  std::string path_for(const std::string& input) {
    const std::string stem = input == "-" ? std::string("stdin") : fs::path(input).stem().string();
    std::string name = stem;
    for (int count = 2; !names_.insert(name).second; ++count) name = stem + "-" + std::to_string(count);
    std::string path = (fs::path(options_.output) / name).string();
    path += extension(options_.format);
    if (input != "-" && same_file(path, input)) throw NotWritten{overwrites(input, options_.language)};
    return path;
  }

  const Options& options_;
  bool folder_;
  std::set<std::string> names_;
  std::vector<AcrossCheck> across_;
  std::size_t written_ = 0, failed_ = 0;
};

std::optional<Error> refused(const Options& options, const std::vector<Job>& jobs, bool folder) {
  const Language language = options.language;
  if (holds_one_document(options.format) && jobs.size() > 1 && !folder) {
    return Error{
        "usage",
        Text{"这种格式一个文件只放一份报告，输入却有多份", "a file of this format holds one report, and there are several inputs"}.in(language),
        Text{"请用 -o 给出目录（以 / 结尾），每份报告写一个文件", "give a folder with -o (ending in /): one file is written for each report"}.in(
            language)};
  }
  const bool is_package = options.format == Format::xlsx || options.format == Format::docx;
  if (is_package && to_standard_output(options) && ::isatty(STDOUT_FILENO) != 0) {
    return Error{"usage", Text{"终端不能显示这种格式", "a terminal cannot show this format"}.in(language),
                 Text{"请用 -o 给出文件名", "name a file with -o"}.in(language)};
  }
  if (to_standard_output(options) || folder) return std::nullopt;
  for (const Job& job : jobs) {
    for (const std::string& path : job.paths) {
      if (path != "-" && same_file(path, options.output)) return overwrites(path, language);
    }
  }
  return std::nullopt;
}

int write_files(const Options& options, bool folder, const std::function<int(output::RecordSink&)>& run) {
  try {
    std::error_code error;
    if (folder) fs::create_directories(options.output, error);
    if (error) throw NotWritten{{"cannot_write", options.output + ": " + error.message(), {}}};
    FilePerDocument sink(options, folder);
    return sink.status(run(sink));
  } catch (const NotWritten& problem) {
    if (problem.quiet) return exit_done;
    log_error(problem.error);
    return exit_nothing;
  }
}

}  // namespace

int with_destination(const Options& options, const std::vector<Job>& jobs, const std::function<int(output::RecordSink&)>& run) {
  const bool folder = !to_standard_output(options) && is_folder(options.output);
  if (const std::optional<Error> error = refused(options, jobs, folder)) {
    log_error(*error);
    return exit_nothing;
  }
  if (folder || holds_one_document(options.format)) return write_files(options, folder, run);
  return with_output(options.output, [&](std::ostream& out) {
    const std::unique_ptr<output::RecordSink> sink = make_sink(options, out);
    return run(*sink);
  });
}

}  // namespace gouji::app
