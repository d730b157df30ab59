#include "app/ingest_command.h"

#include <fmt/format.h>

#include "app/auditor.h"
#include "app/ingest_input.h"
#include "app/ingest_run.h"
#include "app/interrupt.h"
#include "corpus/walk.h"
#include "output/messages.h"
#include "output/store/store_messages.h"

namespace gouji::app {
namespace {

using output::Text;
using store::LedgerEntry;

constexpr std::size_t lookahead = 64;  // paths whose entries are looked up at once

// What the ledger says is done, as far as that can be seen without reading: nothing about the file has changed.
bool is_done(const LedgerEntry& entry, const std::string& path, const store::Versions& versions) {
  const FileState state = file_state(path);
  return state.bytes && FileState{entry.bytes, entry.modified} == state && entry.versions == versions;
}

class Run {
 public:
  Run(const Options& options, const Auditor& auditor, store::Versions versions, store::Store& store)
      : options_(options), auditor_(auditor), versions_(std::move(versions)), store_(store), batches_(store, counts_) {}

  const IngestCounts& counts() const { return counts_; }

  void all(corpus::Walk& walk) {
    for (std::vector<std::string> paths = next(walk); !paths.empty(); paths = next(walk)) {
      std::vector<std::string> ledger_paths;
      for (const std::string& path : paths) ledger_paths.push_back(store::ledger_path(path));
      const auto known = store_.find(ledger_paths);
      for (std::size_t i = 0; i < paths.size(); ++i) one(paths[i], known[i]);
    }
    batches_.flush();
  }

  // What was audited and not yet written.
  void flush() { batches_.flush(); }

 private:
  static std::vector<std::string> next(corpus::Walk& walk) {
    std::vector<std::string> paths;
    while (paths.size() < lookahead) {
      std::optional<corpus::Input> input = walk.next();
      if (!input) break;
      paths.push_back(std::move(input->path));
    }
    return paths;
  }

  bool skips(const std::string& path, const std::optional<LedgerEntry>& known) const {
    if (!known) return false;
    if (known->status == store::Status::refused && options_.retry_failed) return false;
    return (options_.resume || options_.retry_failed) && is_done(*known, path, versions_);
  }

  void one(const std::string& path, const std::optional<LedgerEntry>& known) {
    throw_if_interrupted();
    if (skips(path, known)) {
      ++counts_.skipped;
      return remember(*known);
    }
    Ingested ingested = ingest_input(auditor_, path, known, versions_, options_.language);
    if (std::holds_alternative<Unchanged>(ingested)) {
      ++counts_.unchanged;
      return remember(*known);
    }
    auto& delivery = std::get<store::Delivery>(ingested);
    if (!delivery.records) log_error({delivery.entry.code, delivery.entry.message, delivery.entry.hint});
    batches_.add(std::move(delivery));
  }

  void remember(const LedgerEntry& known) {
    if (known.status == store::Status::refused) ++counts_.still_refused;
    counts_.fails = counts_.fails || known.findings.value_or(0) > 0;
  }

  const Options& options_;
  const Auditor& auditor_;
  store::Versions versions_;
  store::Store& store_;
  IngestCounts counts_;
  Batches batches_;
};

std::string summary(const IngestCounts& counts, const Options& options) {
  const Language language = options.language;
  return fmt::format(fmt::runtime(Text{"{}：新入库 {}，内容重复 {}，未变化 {}，跳过 {}，未能读取 {}；数字 {}，问题 {}",
                                       "{}: {} stored, {} duplicates, {} unchanged, {} skipped, {} refused; {} figures, {} findings"}
                                      .in(language)),
                     options.store, counts.stored, counts.duplicates, counts.unchanged, counts.skipped, counts.refused, counts.figures,
                     counts.findings);
}

int status_of(const IngestCounts& counts, Language language) {
  if (counts.good() == 0 && counts.refused == 0) {
    log_error(output::no_input(language));
    return exit_nothing;
  }
  if (counts.good() == counts.still_refused) return exit_nothing;
  return counts.fails || counts.refused + counts.still_refused > 0 ? exit_findings : exit_done;
}

void say(const Options& options, const std::string& text) {
  if (!options.quiet) fmt::print(stderr, "gouji: {}\n", text);
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

int ingest(const Options& options, const Auditor& auditor, const store::Versions& versions, store::Store& store, corpus::Walk& walk) {
  Run run(options, auditor, versions, store);
  try {
    run.all(walk);
  } catch (const Interrupted&) {
    run.flush();
    store.finish();
    say(options, summary(run.counts(), options));
    say(options, Text{"已中断；加 --resume 运行同一命令即可继续", "interrupted; run the same command with --resume to go on"}.in(options.language));
    throw;
  }
  store.finish();
  say(options, summary(run.counts(), options));
  return status_of(run.counts(), options.language);
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
    const Auditor auditor(std::move(library), {true, options.read_as, options.language, options.limits, true});
    corpus::Walk walk(options.inputs.empty() ? refused_inputs(**store) : options.inputs);
    return ingest(options, auditor, versions, **store, walk);
  } catch (const store::StoreFailure& failure) {
    log_error(store::localized(failure.error(), options.language));
    return exit_nothing;
  }
}

}  // namespace gouji::app
