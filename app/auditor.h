// Auditor: one input → its report or the reason why it was refused. The one place where the rooms meet; the command, and
// later the service, stand on it. Immutable; run() is safe from several threads at once. Writes nothing, throws nothing.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "corpus/input.h"
#include "model/language.h"
#include "output/report.h"
#include "patterns/library.h"

namespace gouji::app {

using Outcome = std::variant<output::Report, output::Refusal>;

class Auditor {
 public:
  struct Options {
    bool checks = true;  // false: figures only
    corpus::InputFormat format = corpus::InputFormat::by_content;
    Language language = Language::zh;
    corpus::Limits limits;
    bool all_texts = false;  // what holds is put into words too, as the records have it
    bool compares = false;   // the report has key figures, to be compared with those of other documents
    bool annotates = false;  // the report keeps the file's bytes; what is no Word document is refused ("not_word")
  };

  Auditor(std::shared_ptr<const patterns::Library> library, Options options);

  // Reads `input` first. Refusals: those of corpus::load and corpus::read, "internal_error" (a bug of ours: the others go
  // on) and "out_of_memory".
  Outcome run(corpus::Input input) const;
  Outcome run(corpus::Bytes bytes) const;
  // Errors: those of corpus::load.
  Result<corpus::Bytes> load(corpus::Input input) const { return corpus::load(std::move(input), options_.limits); }

 private:
  Result<output::Report> audit(corpus::Bytes bytes) const;

  std::shared_ptr<const patterns::Library> library_;
  Options options_;
};

output::Refusal refusal_of(const std::string& path, Error error);

}  // namespace gouji::app
