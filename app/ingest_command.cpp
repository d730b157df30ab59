#include "app/ingest_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <filesystem>
#include <new>
#include <thread>

#include "app/auditor.h"
#include "app/ingest_progress.h"
#include "app/ingest_source.h"
#include "app/interrupt.h"
#include "app/worker_pool.h"
#include "audit/across.h"
#include "output/messages.h"
#include "output/store/store_messages.h"

namespace gouji::app {
namespace {

using output::Text;
using store::LedgerEntry;

// Counts what becomes of each input and hands what is new to the batches.
class Run {
 public:
  Run(const Options& options, store::Versions versions, store::Store& store, corpus::Walk walk, std::optional<std::uint64_t> total)
      : options_(options),
        versions_(versions),
        store_(store),
        batches_(store, counts_),
        source_(options, std::move(versions), store, std::move(walk), counts_),
        progress_(!options.quiet, options.metrics, total, options.language) {}

  const IngestCounts& counts() const { return counts_; }
  const store::AcrossCounts& across() const { return across_; }

  void all(const Auditor& auditor) {
    work_through(auditor);
    batches_.flush();
    progress_.comparing();
    const auto start = std::chrono::steady_clock::now();
    across_ = store_.compare({[&](const std::vector<KeyFigures>& documents) { return compared(documents); }, [] { return interrupted(); }});
    counts_.store_time += std::chrono::steady_clock::now() - start;
    counts_.fails = counts_.fails || across_.findings > 0;
    batches_.finish();
    progress_.finish(counts_);
  }

 private:
  struct UnderWay {
    std::string path;
    FileState state;
    std::optional<LedgerEntry> known;
  };

  void work_through(const Auditor& auditor) {
    WorkerPool pool(pool_options(), [&](std::string_view message) { return work(auditor, request_of(message)); });
    pool.run([this] { return next(); }, [this](WorkerPool::Result result) { take(std::move(result)); }, [this] { progress_.step(counts_); });
  }

  std::vector<AcrossCheck> compared(const std::vector<KeyFigures>& documents) const {
    audit::Across across(options_.language == Language::en ? audit::Language::en : audit::Language::zh);
    for (const KeyFigures& document : documents) across.add(document);
    return across.checks();
  }

  // In a worker.
  std::string work(const Auditor& auditor, IngestRequest request) const {
    const std::string path = request.input.path;
    const FileState state = file_state(request.input);
    try {
      return encoded(ingest_input(auditor, std::move(request.input), request.known, versions_, options_.language));
    } catch (const std::bad_alloc&) {
      const Error error{"out_of_memory", path + ": not enough memory", {}};
      return encoded(Ingested(refused_delivery(path, state, error, versions_, options_.language)));
    }
  }

  WorkerPool::Options pool_options() const {
    WorkerPool::Options pool;
    pool.workers = options_.threads != 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
    pool.timeout = std::chrono::seconds(options_.timeout_seconds);
    pool.memory = options_.memory_limit;
    return pool;
  }

  // After an interrupt there is no next one: what is under way is finished and written.
  std::optional<std::string> next() {
    std::optional<IngestRequest> request = interrupted() ? std::nullopt : source_.next();
    if (!request) return std::nullopt;
    std::string message = encoded(*request);
    // The bytes of an archive's member are the worker's alone from here on.
    under_way_.push_back({request->input.path, file_state(request->input), std::move(request->known)});
    return message;
  }

  void take(WorkerPool::Result result) {
    const UnderWay request = std::move(under_way_.front());
    under_way_.pop_front();
    Ingested ingested = outcome(request, std::move(result));
    if (std::holds_alternative<Unchanged>(ingested)) {
      ++counts_.unchanged;
      return count_known(counts_, *request.known);
    }
    auto& delivery = std::get<store::Delivery>(ingested);
    if (!delivery.records) log(LogLevel::error, shown({delivery.entry.code, delivery.entry.message, delivery.entry.hint}));
    batches_.add(std::move(delivery));
  }

  Ingested outcome(const UnderWay& request, WorkerPool::Result result) {
    if (result.fault != WorkerPool::Fault::none) return refused(request, result);
    try {
      return ingested_of(result.answer);
    } catch (const std::runtime_error& problem) {
      return refused(request, {{}, WorkerPool::Fault::crashed, problem.what()});
    }
  }

  store::Delivery refused(const UnderWay& input, const WorkerPool::Result& result) {
    if (result.fault == WorkerPool::Fault::timeout) {
      ++counts_.timed_out;
      return refused_delivery(input.path, input.state, {"timeout", fmt::format("{}: not done within {} s", input.path, options_.timeout_seconds), {}},
                              versions_, options_.language);
    }
    ++counts_.crashed;
    return refused_delivery(input.path, input.state,
                            {"crashed", fmt::format("{}: the process that read it ended with {}", input.path, result.how), {}}, versions_,
                            options_.language);
  }

  const Options& options_;
  store::Versions versions_;
  store::Store& store_;
  IngestCounts counts_;
  store::AcrossCounts across_;
  Batches batches_;
  IngestSource source_;
  IngestProgress progress_;
  std::deque<UnderWay> under_way_;  // in order
};

std::string summary(const IngestCounts& counts, const store::AcrossCounts& across, const Options& options) {
  std::string text = fmt::format(fmt::runtime(Text{"{}：新入库 {}，内容重复 {}，未变化 {}，跳过 {}，未能读取 {}；数字 {}，问题 {}",
                                                   "{}: {} stored, {} duplicates, {} unchanged, {} skipped, {} refused; {} figures, {} findings"}
                                                  .in(options.language)),
                                 store::shown_target(options.store), counts.stored, counts.duplicates, counts.unchanged, counts.skipped,
                                 counts.refused, counts.figures, counts.findings);
  if (across.checks > 0)
    text +=
        fmt::format(fmt::runtime(Text{"；跨报告核对 {}，不一致 {}", "; {} checks across documents in the store, {} findings"}.in(options.language)),
                    across.checks, across.findings);
  return text;
}

int status_of(const IngestCounts& counts, Language language) {
  if (counts.good() == 0 && counts.refused == 0) {
    log_error(output::no_input(language));
    return exit_nothing;
  }
  if (counts.good() == counts.still_refused) return exit_nothing;
  return counts.fails || counts.refused + counts.still_refused > 0 ? exit_findings : exit_done;
}

// As arguments: a name that begins with @ must not be taken for a list.
std::vector<std::string> refused_inputs(store::Store& store) {
  std::vector<std::string> paths;
  store.each_refused([&](const LedgerEntry& entry) {
    std::string path = store::path_of_ledger(entry.path);
    if (path.starts_with("@")) path.insert(0, "./");
    paths.push_back(std::move(path));
  });
  return paths;
}

// Only for who watches: an archive of millions takes seconds to walk.
std::optional<std::uint64_t> total_of(const Options& options, const std::vector<std::string>& arguments) {
  if (options.quiet || ::isatty(STDERR_FILENO) == 0) return std::nullopt;
  // A list that comes through a pipe can be read but once.
  const bool readable_once = std::any_of(arguments.begin(), arguments.end(), [](const std::string& argument) {
    std::error_code ignored;
    return argument.starts_with("@") && !std::filesystem::is_regular_file(argument.substr(1), ignored);
  });
  if (readable_once) return std::nullopt;
  corpus::Walk walk(arguments, options.limits, corpus::Members::named);
  std::uint64_t total = 0;
  while (walk.next()) ++total;
  return total;
}

void log_counts(const IngestCounts& counts) {
  const auto number = [](std::uint64_t value) { return static_cast<std::int64_t>(value); };
  log_event(LogLevel::info, interrupted() ? "ingest_interrupted" : "ingest_end",
            {{"stored", number(counts.stored)},
             {"duplicates", number(counts.duplicates)},
             {"unchanged", number(counts.unchanged)},
             {"skipped", number(counts.skipped)},
             {"refused", number(counts.refused)},
             {"figures", number(counts.figures)},
             {"findings", number(counts.findings)}});
}

int ingest(const Options& options, const Auditor& auditor, const store::Versions& versions, store::Store& store) {
  const std::vector<std::string> arguments = options.inputs.empty() ? refused_inputs(store) : options.inputs;
  IngestCounts counts;
  store::AcrossCounts across;
  log_event(LogLevel::info, "ingest_begin",
            {{"program", versions.program}, {"patterns", versions.patterns}, {"store", store::shown_target(options.store)}});
  {
    Run run(options, versions, store, corpus::Walk(arguments, options.limits), total_of(options, arguments));
    run.all(auditor);
    counts = run.counts();
    across = run.across();
  }
  log_counts(counts);
  const auto say = [&](const std::string& text) {
    if (!options.quiet) fmt::print(stderr, "gouji: {}\n", text);
  };
  say(summary(counts, across, options));
  if (interrupted())
    say(Text{"已中断；加 --resume 运行同一命令即可继续", "interrupted; run the same command with --resume to go on"}.in(options.language));
  throw_if_interrupted();
  return status_of(counts, options.language);
}

}  // namespace

int run_ingest(const Options& options, std::shared_ptr<const patterns::Library> library) {
  const store::Versions versions{GOUJI_VERSION, library->version()};
  try {
    const auto store = store::open_store(options.store, store::Access::write, versions.program);
    if (!store) {
      log_error(store::localized(store.error(), options.language));
      return exit_nothing;
    }
    const Auditor auditor(std::move(library), {true, options.read_as, options.language, options.limits, true, true});
    return ingest(options, auditor, versions, **store);
  } catch (const store::StoreFailure& failure) {
    log_error(store::localized(failure.error(), options.language));
    return exit_nothing;
  }
}

}  // namespace gouji::app
