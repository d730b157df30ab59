#include "app/audit_command.h"

#include <unistd.h>

#include <algorithm>
#include <thread>

#include "app/auditor.h"
#include "app/destination.h"
#include "app/in_order.h"
#include "app/interrupt.h"
#include "app/plan.h"
#include "app/progress.h"
#include "app/writers.h"
#include "audit/across.h"
#include "output/messages.h"
#include "output/tally.h"

namespace gouji::app {
namespace {

// What one job gives: a report, or a refusal for each of its paths.
std::vector<Outcome> run_job(const Auditor& auditor, const Job& job) {
  std::vector<Outcome> outcomes;
  if (job.bytes && !job.bytes->has_value()) {
    outcomes.emplace_back(refusal_of(job.paths.front(), job.bytes->error()));
    return outcomes;
  }
  outcomes.push_back(job.bytes ? auditor.run(**job.bytes) : auditor.run(corpus::Input{job.paths.front()}));
  if (auto* report = std::get_if<output::Report>(&outcomes.front())) {
    report->document.meta.paths = job.paths;
  } else {
    for (std::size_t i = 1; i < job.paths.size(); ++i) {
      const std::string& path = job.paths[i];
      outcomes.push_back(job.bytes ? auditor.run(corpus::Bytes{path, (*job.bytes)->data, (*job.bytes)->sha256}) : auditor.run(corpus::Input{path}));
    }
  }
  return outcomes;
}

bool compares(const Options& options, bool several) { return several && options.command == Command::audit; }

// Hands outcomes to the sink and remembers what the exit status needs.
class Collector {
 public:
  // `several`: what the documents say of one entity is compared at the end.
  Collector(output::RecordSink& sink, const Options& options, bool several)
      : sink_(sink),
        options_(options),
        compares_(compares(options, several)),
        across_(options.language == Language::en ? audit::Language::en : audit::Language::zh) {}

  void take(Outcome& outcome) {
    if (auto* report = std::get_if<output::Report>(&outcome)) {
      ++reports_;
      fails_ = fails_ || std::any_of(report->checks.begin(), report->checks.end(), output::fails);
      if (logs(LogLevel::info)) log(LogLevel::info, describe(*report));
      log_event(LogLevel::info, "document",
                {{"path", report->document.meta.path},
                 {"document", report->document.meta.id},
                 {"figures", static_cast<std::int64_t>(report->extraction.figures.size())},
                 {"checks", static_cast<std::int64_t>(report->checks.size())},
                 {"findings", std::count_if(report->checks.begin(), report->checks.end(), output::is_finding)}});
      if (compares_) across_.add(report->key_figures);
      sink_.report(*report);
      return;
    }
    auto& refusal = std::get<output::Refusal>(outcome);
    output::localize(refusal, options_.language);
    ++refusals_;
    // On a terminal the text report says it already.
    const bool seen = options_.format == Format::text && to_standard_output(options_) && ::isatty(STDOUT_FILENO) != 0;
    if (!seen) log(LogLevel::error, shown({refusal.code, refusal.message, refusal.hint}));
    log_event(LogLevel::warning, "refusal", {{"path", refusal.path}, {"code", refusal.code}, {"message", refusal.message}});
    sink_.refusal(refusal);
  }

  // After the last document.
  void compare() {
    if (!compares_) return;
    for (const AcrossCheck& check : across_.checks()) {
      fails_ = fails_ || check.verdict == Verdict::inconsistent;
      sink_.across(check);
    }
  }

  int status() const {
    if (reports_ == 0) return exit_nothing;
    return fails_ || refusals_ > 0 ? exit_findings : exit_done;
  }

 private:
  static std::string describe(const output::Report& report) {
    return report.document.meta.path + ": " + std::to_string(report.document.meta.bytes) + " bytes, " +
           std::to_string(report.extraction.figures.size()) + " figures, " + std::to_string(report.checks.size()) + " checks";
  }

  output::RecordSink& sink_;
  const Options& options_;
  std::size_t reports_ = 0, refusals_ = 0;
  bool fails_ = false;
  bool compares_;
  audit::Across across_;
};

unsigned thread_count(const Options& options) { return options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency()); }

void run_jobs(const Options& options, const Auditor& auditor, const std::vector<Job>& jobs, Collector& collector) {
  const bool drawn_over = to_standard_output(options) && ::isatty(STDOUT_FILENO) != 0;
  Progress progress(jobs.size(), !options.quiet && !drawn_over);
  std::size_t done = 0;
  in_order(
      jobs.size(), thread_count(options), [&](std::size_t i) { return run_job(auditor, jobs[i]); },
      [&](std::vector<Outcome> outcomes) {
        throw_if_interrupted();
        for (Outcome& outcome : outcomes) collector.take(outcome);
        progress.step(jobs[done++].paths.front());
      });
}

}  // namespace

int run_audit(const Options& options, std::shared_ptr<const patterns::Library> library) {
  const std::vector<Job> jobs = plan(corpus::expand(options.inputs, options.limits), options.limits);
  if (jobs.empty()) {
    log_error(output::no_input(options.language));
    return exit_nothing;
  }
  const bool all_texts = options.format != Format::text;  // a person reads the words of what does not hold only
  const Auditor auditor(std::move(library), {options.command == Command::audit, options.read_as, options.language, options.limits, all_texts,
                                             compares(options, jobs.size() > 1), options.format == Format::docx});
  return with_destination(options, jobs, [&](output::RecordSink& sink) {
    Collector collector(sink, options, jobs.size() > 1);
    run_jobs(options, auditor, jobs, collector);
    collector.compare();
    sink.finish();
    return collector.status();
  });
}

}  // namespace gouji::app
